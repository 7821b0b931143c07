using System;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Cases;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Settings;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Submissions;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>A store with seizures that wait for a cluster on which something goes wrong.</summary>
internal sealed class DisturbedFeed : IDisposable
{
    private readonly ElasticsearchIndex _index;
    private readonly FeedingOptions _feeding;
    private readonly HttpClient _http;

    /// <summary>Opens it.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="options">The indices.</param>
    /// <param name="endpoint">Where the feeder finds the cluster.</param>
    /// <param name="unavailableSeconds">How long it waits for a cluster that takes nothing.</param>
    /// <param name="timeoutSeconds">How long for one answer.</param>
    public DisturbedFeed(
        string dataFolder,
        ElasticsearchOptions options,
        string endpoint,
        double unavailableSeconds = 60,
        int timeoutSeconds = 60
    )
    {
        Store = SqliteStore.Open(dataFolder, TimeProvider.System, new StorageOptions { OutboxBatchCases = 400 });
        _index = new ElasticsearchIndex(
            new ElasticsearchOptions
            {
                Endpoints = endpoint,
                Prefix = options.Prefix,
                Replicas = 0,
                BulkBytes = 65_536,
                TimeoutSeconds = timeoutSeconds,
            },
            IndexSample.Lists,
            TimeProvider.System,
            NullLogger<ElasticsearchIndex>.Instance
        );
        _feeding = new FeedingOptions { UnavailableSeconds = unavailableSeconds };
        _http = new HttpClient { BaseAddress = options.Nodes().First() };
    }

    public Store Store { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Keeps a submission of bare cases over thirty months, a seizure each.</summary>
    public async Task KeepAsync(string id, int first, int cases)
    {
        await Store.MigrateAsync(Stop);
        Submission submission = Samples.Submission(id);
        Case[] all =
        [
            .. Enumerable
                .Range(first, cases)
                .Select(n =>
                    Samples.Bare(n, submission) with
                    {
                        SeizureDate = new(new DateOnly(2022, 1, 15).AddMonths(n % 30), DatePrecision.Day),
                    }
                ),
        ];
        await Store.Submissions.SaveSubmissionAsync(submission, Samples.Chunks(all), () => Samples.Report(submission, cases), Stop);
    }

    /// <summary>Feeds what waits, with a feeder of its own, as another process would.</summary>
    /// <returns>Seizures that the index has not taken.</returns>
    public Task<int> SettleAsync() =>
        new IndexFeeder(
            Store.Submissions,
            Store.Outbox,
            _index,
            _feeding,
            TimeProvider.System,
            NullLogger<IndexFeeder>.Instance
        ).SettleAsync(null, Stop);

    /// <summary>Sets something of the cluster, without the proxy.</summary>
    public async Task SetAsync(string address, JsonObject settings)
    {
        using HttpResponseMessage set = await _http.PutAsJsonAsync(address, settings, Stop);
        Assert.True(set.IsSuccessStatusCode, await set.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>Asks the cluster something, without the proxy.</summary>
    public Task<string> AskAsync(string address) => _http.GetStringAsync(new Uri(address, UriKind.Relative), Stop);

    public void Dispose()
    {
        _index.Dispose();
        _http.Dispose();
    }
}
