using System;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SeizureIntel.Search.Embedded;

/// <summary>A prepared insertion, run once a row: a command object with its parameters costs more than the insertion itself.</summary>
internal sealed class RowStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _bytes = new byte[1024];

    /// <summary>Prepares it; its parameters are question marks.</summary>
    public RowStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    /// <summary>Inserts a row of a number and a text.</summary>
    public void Insert(long number, ReadOnlySpan<byte> text)
    {
        Check(raw.sqlite3_bind_int64(_statement, 1, number));
        Check(raw.sqlite3_bind_text(_statement, 2, text));
        int result = raw.sqlite3_step(_statement);
        // The reset tells what went wrong, and must come in any case.
        int reset = raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE)
            Check(reset == raw.SQLITE_OK ? result : reset);
    }

    /// <summary>A text as UTF-8, until the next one.</summary>
    public ReadOnlySpan<byte> Utf8(ReadOnlySpan<char> text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _bytes.Length)
            _bytes = new byte[most * 2];
        return _bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, _bytes));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _database);
    }
}
