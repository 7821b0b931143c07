using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Storage.Engines;

namespace SeizureIntel.Storage.Sqlite;

/// <summary>One prepared statement a table, run once a row: SQLite works in this process, so nothing is gained by sending more at once.</summary>
internal sealed class SqliteBulkWriter : BulkWriter
{
    // The cache takes the indexes of one large submission, so that they are not read back from the log while it is written.
    // Who opens the connection next sets the usual size again.
    private const string LargeCache = "PRAGMA cache_size = -24576";

    private readonly Dictionary<string, SqliteRowSink> _sinks = new(StringComparer.Ordinal);
    private readonly SqliteConnection _connection;

    public SqliteBulkWriter(SqliteConnection connection)
    {
        _connection = connection;
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = LargeCache;
        command.ExecuteNonQuery();
    }

    public override Task WriteAsync<TRow>(Table<TRow> table, ArraySegment<TRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return Task.CompletedTask;
        if (!_sinks.TryGetValue(table.Name, out SqliteRowSink? sink))
            _sinks.Add(table.Name, sink = new(_connection, Insertion(table.Name, table.Columns)));
        foreach (TRow row in rows)
            table.Insert(sink, row);
        return Task.CompletedTask;
    }

    public override void Dispose()
    {
        foreach (SqliteRowSink sink in _sinks.Values)
            sink.Dispose();
    }

    private static string Insertion(string table, IReadOnlyList<string> columns) =>
        $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
}
