using System;
using System.Globalization;
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

    public SqliteRowSink(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    public override void Text(int column, string value)
    {
        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (value.Length == 0 || most > OnStack)
        {
            Check(raw.sqlite3_bind_text(_statement, column + 1, value));
            return;
        }

        Span<byte> bytes = stackalloc byte[OnStack];
        int length = Encoding.UTF8.GetBytes(value, bytes);
        Check(raw.sqlite3_bind_text(_statement, column + 1, bytes[..length]));
    }

    public override void Integer(int column, long value) => Check(raw.sqlite3_bind_int64(_statement, column + 1, value));

    public override void Real(int column, double value) => Check(raw.sqlite3_bind_double(_statement, column + 1, value));

    // SQLite has no decimals; text keeps every digit and still sums as a number.
    public override void Exact(int column, decimal value)
    {
        Span<byte> bytes = stackalloc byte[40];
        value.TryFormat(bytes, out int length, default, CultureInfo.InvariantCulture);
        Check(raw.sqlite3_bind_text(_statement, column + 1, bytes[..length]));
    }

    public override void Day(int column, DateOnly value)
    {
        Span<byte> bytes = stackalloc byte[10];
        value.TryFormat(bytes, out int length, "O", CultureInfo.InvariantCulture);
        Check(raw.sqlite3_bind_text(_statement, column + 1, bytes[..length]));
    }

    public override void Moment(int column, DateTime value) =>
        Text(column, value.ToString(SqliteText.MomentFormat, CultureInfo.InvariantCulture));

    public override void Insert()
    {
        int result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, _database);
        raw.sqlite3_reset(_statement);
        raw.sqlite3_clear_bindings(_statement);
    }

    public override void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK) SqliteException.ThrowExceptionForRC(result, _database);
    }
}
