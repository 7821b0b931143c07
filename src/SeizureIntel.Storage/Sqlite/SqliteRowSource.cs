using System;
using System.Buffers.Text;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SeizureIntel.Storage.Engines;
using SQLitePCL;

namespace SeizureIntel.Storage.Sqlite;

/// <summary>Reads straight from a prepared statement.</summary>
internal sealed class SqliteRowSource : RowSource
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle;
    private readonly int _first;
    private readonly int _last;
    private readonly SqliteText _text = new();

    public SqliteRowSource(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
        _handle = _statement.DangerousGetHandle();
        _first = raw.sqlite3_bind_parameter_index(_statement, "@first");
        _last = raw.sqlite3_bind_parameter_index(_statement, "@last");
    }

    public override void Start(long first, long last)
    {
        raw.sqlite3_reset(_statement);
        if (_first > 0)
            raw.sqlite3_bind_int64(_statement, _first, first);
        if (_last > 0)
            raw.sqlite3_bind_int64(_statement, _last, last);
    }

    public override bool Next()
    {
        int result = SqliteNative.sqlite3_step(_handle);
        if (result == raw.SQLITE_ROW)
            return true;
        if (result != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(result, _database);

        // A statement that is not reset keeps its read transaction, and with it the write-ahead log from being folded in.
        raw.sqlite3_reset(_statement);
        return false;
    }

    public override bool IsNull(int column) => SqliteNative.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    public override string Text(int column) => _text.Read(SqliteNative.Text(_handle, column));

    public override ReadOnlySpan<byte> Utf8(int column) => SqliteNative.Text(_handle, column);

    public override long Integer(int column) => SqliteNative.sqlite3_column_int64(_handle, column);

    public override double Real(int column) => SqliteNative.sqlite3_column_double(_handle, column);

    public override decimal Exact(int column) =>
        decimal.Parse(SqliteNative.Text(_handle, column), NumberStyles.Number, CultureInfo.InvariantCulture);

    public override DateOnly Day(int column)
    {
        ReadOnlySpan<byte> text = SqliteNative.Text(_handle, column);
        if (
            text.Length == 10
            && Utf8Parser.TryParse(text[..4], out int year, out _)
            && Utf8Parser.TryParse(text[5..7], out int month, out _)
            && Utf8Parser.TryParse(text[8..], out int day, out _)
        )
        {
            return new(year, month, day);
        }

        throw new FormatException($"Column {column} holds no date of the form yyyy-MM-dd; the table was written by something else.");
    }

    public override DateTime Moment(int column) =>
        DateTime.ParseExact(
            Text(column),
            MomentFormats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );

    public override void Dispose() => _statement.Dispose();

    private static readonly string[] MomentFormats = [SqliteText.MomentFormat, "yyyy-MM-dd HH:mm:ss"];
}
