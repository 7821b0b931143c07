using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.SqlClient;
using SeizureIntel.Storage.Engines;

namespace SeizureIntel.SqlServer;

/// <summary>Sends a chunk's rows of a table as one bulk load within the transaction.</summary>
internal sealed class SqlServerBulkWriter(SqlConnection connection, SqlTransaction transaction) : BulkWriter
{
    // Without the check the server would no longer trust its foreign keys.
    private const SqlBulkCopyOptions Options = SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.KeepNulls;

    public override async Task WriteAsync<TRow>(Table<TRow> table, ArraySegment<TRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        using var copy = new SqlBulkCopy(connection, Options, transaction)
        {
            DestinationTableName = $"[{table.Name}]",
            BulkCopyTimeout = 0,
        };
        foreach (string column in table.Columns)
            copy.ColumnMappings.Add(column, column);
        using var reader = new ChunkReader<TRow>(table, rows);
        await copy.WriteToServerAsync(reader, cancellationToken).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        // The transaction and its connection are the caller's.
    }
}
