using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using SeizureIntel.Storage.Engines;
using SQLitePCL;

namespace SeizureIntel.Storage.Sqlite;

/// <summary>Binds straight to a prepared statement: a parameter object a cell costs more than the insertion itself.</summary>
internal sealed class SqliteRowSink : RowSink
{
    private const int OnStack = 1024;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle;

    public SqliteRowSink(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
        _handle = _statement.DangerousGetHandle();
    }

    // Clearing the bytes before they are overwritten would cost more than writing them.
    [SkipLocalsInit]
    public override void Text(int column, string value)
    {
        Span<byte> bytes =
            Encoding.UTF8.GetMaxByteCount(value.Length) <= OnStack ? stackalloc byte[OnStack] : new byte[Encoding.UTF8.GetByteCount(value)];
        int length = Encoding.UTF8.GetBytes(value, bytes);
        Check(SqliteNative.BindText(_handle, column + 1, bytes[..length]));
    }

    public override void Integer(int column, long value) => Check(SqliteNative.sqlite3_bind_int64(_handle, column + 1, value));

    public override void Real(int column, double value) => Check(SqliteNative.sqlite3_bind_double(_handle, column + 1, value));

    // SQLite has no decimals; text keeps every digit and still sums as a number.
    public override void Exact(int column, decimal value)
    {
        Span<byte> bytes = stackalloc byte[40];
        value.TryFormat(bytes, out int length, default, CultureInfo.InvariantCulture);
        Check(SqliteNative.BindText(_handle, column + 1, bytes[..length]));
    }

    public override void Day(int column, DateOnly value)
    {
        Span<byte> bytes = stackalloc byte[10];
        value.TryFormat(bytes, out int length, "O", CultureInfo.InvariantCulture);
        Check(SqliteNative.BindText(_handle, column + 1, bytes[..length]));
    }

    public override void Moment(int column, DateTime value) =>
        Text(column, value.ToString(SqliteText.MomentFormat, CultureInfo.InvariantCulture));

    public override void Insert()
    {
        int result = SqliteNative.sqlite3_step(_handle);
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, _database);
        Check(SqliteNative.sqlite3_reset(_handle));
        Check(SqliteNative.sqlite3_clear_bindings(_handle));
    }

    public override void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _database);
    }
}
