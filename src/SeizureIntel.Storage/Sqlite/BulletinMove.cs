using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;

namespace SeizureIntel.Storage.Sqlite;

/// <summary>Takes the bulletins that an older version kept beside the seizures to the file of products, before the migration that drops their table.</summary>
/// <remarks>It runs in the transaction of that migration, so nobody adds one meanwhile; what is there already stays, so it may be cut off and run
/// again.</remarks>
internal sealed class BulletinMove(SqliteDialect products)
{
    private static readonly string[] Columns =
    [
        "id",
        "region",
        "period_from",
        "period_to",
        "marking",
        "created_at",
        "document_json",
        "html",
    ];

    public async Task RunAsync(DbConnection seizures, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using DbCommand command = seizures.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'bulletins'";
        if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is null)
            return;

        await using DbConnection kept = await products.OpenAsync(create: true, cancellationToken).ConfigureAwait(false);
        await using DbTransaction keeping = await products.BeginWriteAsync(kept, cancellationToken).ConfigureAwait(false);
        await using DbCommand keep = kept.CreateCommand();
        keep.Transaction = keeping;
        string names = string.Join(", ", Columns);
        keep.CommandText =
            $"INSERT OR IGNORE INTO bulletins ({names}, released_at) VALUES ({string.Join(", ", Columns.Select(c => "@" + c))}, @created_at)";
        command.CommandText = $"SELECT {names} FROM bulletins";
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            keep.Parameters.Clear();
            for (int i = 0; i < Columns.Length; i++)
                keep.Parameters.Add(new SqliteParameter("@" + Columns[i], reader.GetValue(i)));
            await keep.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await keeping.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
