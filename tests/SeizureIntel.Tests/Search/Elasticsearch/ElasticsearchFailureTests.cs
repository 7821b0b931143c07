using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
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

namespace SeizureIntel.Tests.Search.Elasticsearch;

/// <summary>What a real server rarely does: it is busy, refuses, signs in by key, is not there. A stub plays it.</summary>
public sealed partial class ElasticsearchFailureTests
{
    private const string Taken = """{"acknowledged":true}""";
    private static readonly IReadOnlyList<Case> Some = IndexSample.Cases(20, seed: 3);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_carries_the_key_and_speaks_plain_json()
    {
        await using StubCluster stub = await StubCluster.StartAsync((line, body) => Usual(line, body));
        using ElasticsearchIndex index = Index(stub.Address, apiKey: "aWQ6a2V5");

        await index.FeedAsync(Some, Stop);

        Assert.All(stub.Asked, a => Assert.Equal("ApiKey aWQ6a2V5", a.Authorization));
        Assert.All(stub.Asked.Where(a => a.Body.Length > 0), a => Assert.Equal("application/json", a.Type?.Split(';')[0]));
        Assert.All(stub.Asked, a => Assert.DoesNotContain("compatible-with", a.Accept ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_busy_cluster_is_asked_again()
    {
        int busy = 2;
        await using StubCluster stub = await StubCluster.StartAsync(
            (line, body) =>
                line.EndsWith("_source/version", StringComparison.Ordinal) && Interlocked.Decrement(ref busy) >= 0
                    ? (429, """{"error":{"type":"circuit_breaking_exception","reason":"too much"}}""")
                // No index stands behind the alias yet, so that the version is the note's alone.
                : line.Contains("_alias/", StringComparison.Ordinal) ? (404, "{}")
                : (200, """{"value":"abc"}""")
        );
        using ElasticsearchIndex index = Index(stub.Address);

        Assert.Equal("abc", await index.VersionAsync(Stop));
        Assert.Equal(3, stub.Asked.Count(a => a.Line.EndsWith("_source/version", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_a_bulk_request_only_what_was_turned_away_is_sent_again()
    {
        int round = 0;
        await using StubCluster stub = await StubCluster.StartAsync(
            (line, body) =>
                line == "POST /_bulk" && Interlocked.Increment(ref round) == 1
                    ? (200, Items(body, i => i % 3 == 0 ? Busy : Kept))
                    : Usual(line, body)
        );
        using ElasticsearchIndex index = Index(stub.Address);

        await index.FeedAsync(Some, Stop);

        IReadOnlyList<string> bodies = stub.Bodies("POST /_bulk");
        string[] sent = Ids(bodies[0]);
        Assert.Equal(2, bodies.Count);
        Assert.Equal(Some.Sum(c => c.Seizures.Count), sent.Length);
        Assert.Equal(sent.Where((_, i) => i % 3 == 0), Ids(bodies[1]));
    }

    [Fact]
    public async Task A_refused_document_is_told_by_type_and_field_never_by_its_value()
    {
        const string refusal = """
            {"index":{"status":400,"error":{"type":"document_parsing_exception",
            "reason":"failed to parse field [quantity] of type [double]. Preview of field's value: 'Jan Kowalski'"}}}
            """;
        await using StubCluster stub = await StubCluster.StartAsync(
            (line, body) => line == "POST /_bulk" ? (200, Items(body, i => i == 1 ? refusal : Kept)) : Usual(line, body)
        );
        using ElasticsearchIndex index = Index(stub.Address);

        RefusedSeizure refused = Assert.Single(await index.FeedAsync(Some, Stop));

        string[] sent = Ids(stub.Bodies("POST /_bulk")[0]);
        Assert.Equal(new RefusedSeizure(sent[1], "document_parsing_exception", "quantity"), refused);

        // Nothing is sent again, but an earlier version of what is refused is taken out.
        Assert.Equal([refused.Id], Ids(Assert.Single(stub.Bodies("POST /_bulk").Skip(1))));
    }

    [Fact]
    public async Task A_request_too_large_is_sent_in_halves()
    {
        await using StubCluster stub = await StubCluster.StartAsync(
            (line, body) => line == "POST /_bulk" && Ids(body).Length > 8 ? (413, "") : Usual(line, body)
        );
        using ElasticsearchIndex index = Index(stub.Address);

        await index.FeedAsync(Some, Stop);

        string[] kept = [.. stub.Bodies("POST /_bulk").Select(Ids).Where(i => i.Length <= 8).SelectMany(i => i)];
        Assert.Equal(Some.SelectMany(c => c.Seizures).Select(s => s.Id), kept);
    }

    [Fact]
    public async Task A_document_that_alone_is_too_large_is_refused()
    {
        await using StubCluster stub = await StubCluster.StartAsync(
            (line, body) => line == "POST /_bulk" && Ids(body).Contains(Some[3].Seizures[0].Id) ? (413, "") : Usual(line, body)
        );
        using ElasticsearchIndex index = Index(stub.Address);

        Assert.Equal(
            [new RefusedSeizure(Some[3].Seizures[0].Id, "content_too_long", null)],
            await index.FeedAsync([.. Some.Skip(3).Take(1)], Stop)
        );
    }

    [Theory]
    [InlineData(401, "security_exception")]
    [InlineData(403, "security_exception")]
    [InlineData(403, "cluster_block_exception")]
    [InlineData(429, "cluster_block_exception")]
    public async Task A_cluster_that_takes_nothing_until_it_is_mended_is_unavailable(int status, string type)
    {
        await using StubCluster stub = await StubCluster.StartAsync((line, body) => (status, $$"""{"error":{"type":"{{type}}"} }"""));
        using ElasticsearchIndex index = Index(stub.Address);

        var missed = await Assert.ThrowsAsync<IndexUnavailableException>(() => index.FeedAsync(Some, Stop));

        Assert.Single(stub.Asked);
        Assert.DoesNotContain("no node", missed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task A_blocked_index_is_no_fault_of_the_documents(int status)
    {
        string blocked = $$"""{"index":{"status":{{status}},"error":{"type":"cluster_block_exception","reason":"index blocked"} } }""";
        await using StubCluster stub = await StubCluster.StartAsync(
            (line, body) => line == "POST /_bulk" ? (200, Items(body, _ => blocked)) : Usual(line, body)
        );
        using ElasticsearchIndex index = Index(stub.Address);

        var first = await Assert.ThrowsAsync<IndexUnavailableException>(() => index.FeedAsync(Some, Stop));
        await index.VersionAsync(Stop);
        var second = await Assert.ThrowsAsync<IndexUnavailableException>(() => index.FeedAsync(Some, Stop));

        // It answers meanwhile, and has taken nothing since the first time.
        Assert.Equal(first.Since, second.Since);
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_said_to_be_unavailable_since_it_was_first_missed()
    {
        using ElasticsearchIndex index = Index("http://127.0.0.1:1");

        var first = await Assert.ThrowsAsync<IndexUnavailableException>(() => index.VersionAsync(Stop));
        var second = await Assert.ThrowsAsync<IndexUnavailableException>(() =>
            index.SearchAsync(Reader.Owner, new SearchRequest { Query = SeizureQuery.All }, Stop)
        );

        Assert.Equal(first.Since, second.Since);
        Assert.Contains("127.0.0.1:1", first.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stops_waiting_is_not_answered()
    {
        using var gone = new CancellationTokenSource();
        await using StubCluster stub = await StubCluster.StartAsync(
            (line, body) =>
            {
                gone.Cancel();
                return (503, "{}");
            }
        );
        using ElasticsearchIndex index = Index(stub.Address);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.VersionAsync(gone.Token));
    }

    private const string Kept = """{"index":{"status":201}}""";
    private const string Busy = """{"index":{"status":429,"error":{"type":"es_rejected_execution_exception","reason":"queue full"}}}""";

    private static ElasticsearchIndex Index(string address, string? apiKey = null) =>
        new(
            new ElasticsearchOptions { Endpoints = address, ApiKey = apiKey },
            IndexSample.Lists,
            TimeProvider.System,
            NullLogger<ElasticsearchIndex>.Instance
        );

    private static (int Status, string Json) Usual(string line, string body) =>
        line switch
        {
            "POST /_bulk" => (200, Items(body, _ => Kept)),
            _ when line.EndsWith("/_search", StringComparison.Ordinal) => (200, """{"hits":{"total":{"value":0},"hits":[]}}"""),
            _ when line.StartsWith("GET", StringComparison.Ordinal) => (404, "{}"),
            _ => (200, Taken),
        };

    private static string Items(string body, Func<int, string> item)
    {
        string[] items = [.. Ids(body).Select((_, i) => item(i))];
        string errors = items.Any(i => i != Kept) ? "true" : "false";
        return $$"""{"errors":{{errors}},"items":[{{string.Join(',', items)}}]}""";
    }

    private static string[] Ids(string body) => [.. IdOfAction().Matches(body).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("""^\{"(?:index|delete)":\{"_index":"[^"]+","_id":"([^"]+)"\}\}$""", RegexOptions.Multiline)]
    private static partial Regex IdOfAction();
}
