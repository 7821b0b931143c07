using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Settings;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>That store and index hold the same: by source and month, by checksum, and with nothing left between them.</summary>
internal static class Agreement
{
    private const string BySourceAndMonth = """
        SELECT u."source" || ' ' || substr(c."seizure_date", 1, 7), COUNT(*)
        FROM "seizures" s JOIN "cases" c ON c."case_number" = s."case_number" JOIN "submissions" u ON u."number" = c."submission_number"
        GROUP BY 1
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Fails unless both hold as many seizures as said, and the same ones.</summary>
    /// <param name="dataFolder">Where the store is, which is asked by SQL of its own.</param>
    /// <param name="options">The cluster, asked without a proxy.</param>
    /// <param name="seizures">How many seizures came in.</param>
    public static async Task AssertAsync(string dataFolder, ElasticsearchOptions options, int seizures)
    {
        using var index = new ElasticsearchIndex(options, IndexSample.Lists, TimeProvider.System, NullLogger<ElasticsearchIndex>.Instance);
        Store store = SqliteStore.Open(dataFolder, TimeProvider.System);

        Assert.Equal((0, 0), await store.Outbox.CountAsync(Stop));
        Assert.Empty(await store.Outbox.RefusedAsync(Reader.Owner, Stop));
        IndexState kept = await store.Submissions.StateAsync(Reader.Owner, Stop);
        Assert.Equal(seizures, kept.Seizures);
        Assert.Equal(kept, await index.StateAsync(Reader.Owner, Stop));
        Tabulation months = await index.TabulateAsync(Reader.Owner, new(SeizureQuery.All, ["source"], Measure.Count, Bucket.Month), Stop);
        Assert.Equal(
            await CountsAsync(dataFolder),
            months.Rows.ToDictionary(r => string.Join(' ', r.Key), r => (long)r.Value, StringComparer.Ordinal)
        );
    }

    private static async Task<Dictionary<string, long>> CountsAsync(string dataFolder)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(dataFolder, "seizures.db")};Mode=ReadWrite;Pooling=False"
        );
        await connection.OpenAsync(Stop);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = BySourceAndMonth;
        await using SqliteDataReader rows = await command.ExecuteReaderAsync(Stop);
        while (await rows.ReadAsync(Stop))
            counts.Add(rows.GetString(0), rows.GetInt64(1));
        return counts;
    }
}
