using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Settings;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>Whatever a server sends while it dies, who asked is told that the index is unavailable: never an error of another kind, and never a part as
/// if it were all.</summary>
public sealed class LostAnswerTests
{
    private const string Hits = """{"took":1,"timed_out":false,"_shards":{"total":2,"failed":0},"hits":{"total":{"value":1},"hits":[]}}""";

    private static readonly Dictionary<string, Death> Deaths = new(StringComparer.Ordinal)
    {
        ["a farewell before the answer"] = new("", Ending.Farewell),
        ["a reset before the answer"] = new("", Ending.Reset),
        ["a reset within the headers"] = new("HTTP/1.1 200 OK\r\nX-elastic", Ending.Reset),
        ["a farewell within the headers"] = new("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-", Ending.Farewell),
        ["no answer of HTTP"] = new("\u0015\u0003\u0001\u0000\u0002\u0002", Ending.Farewell),
        ["a reset within the body"] = new(DyingCluster.Answer(200, Hits[..40], missing: 60), Ending.Reset),
        ["a farewell within the body"] = new(DyingCluster.Answer(200, Hits[..40], missing: 60), Ending.Farewell),
        ["silence within the body"] = new(DyingCluster.Answer(200, Hits[..40], missing: 60), Ending.Silence),
        ["silence before the answer"] = new("", Ending.Silence),
        ["a chunk that ends too soon"] = new(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n80\r\n" + Hits[..40],
            Ending.Farewell
        ),
        ["a last chunk that is missing"] = new(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n28\r\n" + Hits[..40] + "\r\n",
            Ending.Reset
        ),
        ["JSON that is cut where nobody says its length"] = new(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + Hits[..40],
            Ending.Farewell
        ),
        ["a success without a body"] = Told(200, ""),
        ["a page of somebody in between"] = new(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>",
            Ending.Stays
        ),
        ["a bad gateway"] = Told(502, "<html>Bad Gateway</html>"),
        ["a gateway that waits in vain"] = Told(504, ""),
        ["all shards failed"] = Failed(503, "search_phase_execution_exception", "no_shard_available_action_exception"),
        ["some shards failed"] = Told(
            200,
            """{"timed_out":false,"_shards":{"total":2,"failed":1,"failures":[{"reason":{"type":"node_disconnected_exception"}}]},"""
                + """ "hits":{"total":{"value":1},"hits":[]}}"""
        ),
        ["a search whose time was up"] = Told(200, Hits.Replace("\"timed_out\":false", "\"timed_out\":true", StringComparison.Ordinal)),
        ["a node that closes"] = Failed(500, "node_closed_exception"),
        ["shards whose node closes"] = Failed(500, "search_phase_execution_exception", "node_closed_exception"),
        ["a shard that closes"] = Failed(404, "search_phase_execution_exception", "index_shard_closed_exception"),
        ["a lost point in time"] = Failed(404, "search_phase_execution_exception", "search_context_missing_exception"),
        ["a task that the node ended"] = Failed(400, "task_cancelled_exception"),
        ["a cluster without a master"] = Failed(503, "master_not_discovered_exception"),
        ["a cluster that starts"] = Failed(503, "cluster_block_exception"),
        ["a full queue"] = Failed(429, "es_rejected_execution_exception"),
    };

    // Each request that a question needs, which is answered as usual up to there.
    private static readonly (string Request, Func<ISeizureIndex, Task> Question)[] Requests =
    [
        ("GET /lost-notes/_source/version", index => index.VersionAsync(Stop)),
        ("POST /lost-seizures/_search", index => index.StateAsync(Reader.Owner, Stop)),
        ("POST /lost-seizures/_search", index => index.SearchAsync(Reader.Owner, new SearchRequest { Query = SeizureQuery.All }, Stop)),
        ("POST /lost-seizures/_search", index => index.TabulateAsync(Reader.Owner, new(SeizureQuery.All, ["heading"]), Stop)),
        ("POST /lost-seizures/_search", index => index.RemoveAsync(new Removal("case_id", "C1"), Stop)),
        ("POST /lost-seizures/_pit", ReadAsync),
        ("POST /_search", ReadAsync),
        ("GET /_alias/", FeedAsync),
        ("PUT /lost-notes/_doc/version", FeedAsync),
        ("PUT /lost-seizures-", FeedAsync),
        ("POST /_bulk", FeedAsync),
        ("POST /lost-seizures/_refresh", FeedAsync),
        ("PUT /lost-notes/_create/rebuild", index => index.RebuildAsync(Cases(), Stop)),
        ("GET /_cat/indices", index => index.RebuildAsync(Cases(), Stop)),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> All() => [.. Deaths.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_cluster_that_dies_is_unavailable(string death)
    {
        // An answer of some shards is one to a search.
        var requests = Requests.Where(r =>
            !Deaths[death].Sent.Contains("\"hits\"", StringComparison.Ordinal)
            || r.Request.EndsWith("_search", StringComparison.Ordinal)
            || Deaths[death].Then != Ending.Stays
        );
        string[] told = await Task.WhenAll(requests.Select(r => ToldAsync(death, r.Request, r.Question)));

        Assert.All(told, t => Assert.Contains(nameof(IndexUnavailableException), t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bulk_request_whose_shards_go_is_sent_again_and_nothing_is_refused()
    {
        int round = 0;
        await using var cluster = new DyingCluster(line =>
            line.StartsWith("POST /_bulk", StringComparison.Ordinal) && Interlocked.Increment(ref round) < 3
                ? Told(200, Items("""{"index":{"status":404,"error":{"type":"index_shard_closed_exception","reason":"closed"} } }"""))
                : Usual(line)
        );
        using ElasticsearchIndex index = Index(cluster.Address);

        Assert.Empty(await index.FeedAsync(Some, Stop));
        Assert.Equal(3, round);
    }

    private static readonly IReadOnlyList<Case> Some = [.. IndexSample.Cases(8, seed: 3).Where(c => c.Seizures.Count == 1).Take(2)];

    private static async Task<string> ToldAsync(string death, string request, Func<ISeizureIndex, Task> question)
    {
        bool isReached = false;
        await using var cluster = new DyingCluster(line =>
        {
            if (!line.StartsWith(request, StringComparison.Ordinal))
                return Usual(line);
            isReached = true;
            return Deaths[death];
        });
        using ElasticsearchIndex index = Index(cluster.Address);
        Exception? told = await Record.ExceptionAsync(() => question(index));
        return $"{request}: {(isReached ? told?.GetType().Name ?? "an answer" : "never asked")}";
    }

    private static async Task ReadAsync(ISeizureIndex index)
    {
        await foreach (SeizureBatch batch in index.ReadAsync(Reader.Owner, SeizureQuery.All, ["heading"], Stop))
            Assert.Equal(0, batch.Count);
    }

    private static Task FeedAsync(ISeizureIndex index) => index.FeedAsync(Some, Stop);

    private static async IAsyncEnumerable<IReadOnlyList<Case>> Cases()
    {
        await Task.CompletedTask;
        yield return Some;
    }

    private static Death Usual(string line) =>
        line switch
        {
            _ when line.StartsWith("POST /_bulk", StringComparison.Ordinal) => Told(200, Items("""{"index":{"status":201} }""")),
            _ when line.Contains("/_pit", StringComparison.Ordinal) => Told(200, """{"id":"moment"}"""),
            _ when line.Contains("_search", StringComparison.Ordinal) => Told(200, Hits),
            _ when line.StartsWith("GET", StringComparison.Ordinal) => Told(404, "{}"),
            _ => Told(200, """{"acknowledged":true}"""),
        };

    private static string Items(string item) =>
        $$"""{"errors":{{(item.Contains("error", StringComparison.Ordinal) ? "true" : "false")}},"items":[{{string.Join(',', Some.Select(_ => item))}}]}""";

    private static Death Told(int status, string json) => new(DyingCluster.Answer(status, json), Ending.Stays);

    private static Death Failed(int status, string type, string? cause = null) =>
        Told(
            status,
            $$"""{"error":{"root_cause":[{"type":"{{cause ?? type}}","reason":"x"}],"type":"{{type}}","reason":"x"},"status":{{status}}}"""
        );

    private static ElasticsearchIndex Index(string address) =>
        new(
            new ElasticsearchOptions
            {
                Endpoints = address,
                Prefix = "lost",
                TimeoutSeconds = 1,
            },
            IndexSample.Lists,
            new HastyClock(),
            NullLogger<ElasticsearchIndex>.Instance
        );

    // Pauses are over at once; everything else is the system's.
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
