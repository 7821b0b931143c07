using System;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>A cluster that takes nothing for a while, or is slow: no batch is parked for it, and nothing arrives twice.</summary>
public sealed class DisturbedTests(ElasticsearchServer server) : FailureFolder(server)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("index.blocks.write")]
    [InlineData("index.blocks.read_only")]
    [InlineData("index.blocks.read_only_allow_delete")] // what a node sets when its disk is full
    public async Task A_blocked_index_keeps_everything_waiting_until_it_is_free(string block)
    {
        using var feed = new DisturbedFeed(Data, Options, Options.Endpoints, unavailableSeconds: 1);
        await feed.KeepAsync("before", 1, 500);
        Assert.Equal(0, await feed.SettleAsync());
        await BlockAsync(true);
        await feed.KeepAsync("during", 501, 1_000);

        Assert.Equal(1_000, await feed.SettleAsync());
        Assert.Equal((3, 0), await feed.Store.Outbox.CountAsync(Stop));

        await BlockAsync(false);
        Assert.Equal(0, await feed.SettleAsync());
        await AssertAgreementAsync(1_500);

        Task BlockAsync(bool isOn) => feed.SetAsync($"{Options.Prefix}-*/_settings", new JsonObject { [block] = isOn ? true : null });
    }

    [Fact]
    public async Task A_slow_cluster_is_waited_for()
    {
        await using var proxy = new ClusterProxy(Options.Endpoints) { Delay = TimeSpan.FromMilliseconds(150) };
        using var feed = new DisturbedFeed(Data, Options, proxy.Address);
        await feed.KeepAsync("slow", 1, 1_000);
        long start = Stopwatch.GetTimestamp();

        Assert.Equal(0, await feed.SettleAsync());

        Assert.True(Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(1.5));
        await AssertAgreementAsync(1_000);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_not_taken_for_a_refusal()
    {
        // Each bulk request is done and its answer lost for the time that we wait: sent again, it writes the same documents.
        await using var proxy = new ClusterProxy(Options.Endpoints);
        using var feed = new DisturbedFeed(Data, Options, proxy.Address, timeoutSeconds: 2);
        await feed.KeepAsync("late", 1, 600);
        Task held = proxy.HoldAsync("POST /_bulk", isAnswer: true);
        Task<int> settling = feed.SettleAsync();
        await held;
        await Task.Delay(2_500, Stop);
        proxy.Release();

        Assert.Equal(0, await settling);
        await AssertAgreementAsync(600);
    }

    [Fact]
    public async Task A_line_cut_inside_a_bulk_leaves_nothing_twice()
    {
        await using var proxy = new ClusterProxy(Options.Endpoints);
        using var feed = new DisturbedFeed(Data, Options, proxy.Address);
        await feed.KeepAsync("cut", 1, 1_000);
        Task held = proxy.HoldAsync("POST /_bulk", isAnswer: true, time: 3);
        Task<int> settling = feed.SettleAsync();
        await held;
        proxy.IsRefusing = true;
        proxy.Release();
        await Task.Delay(1_000, Stop);
        proxy.IsRefusing = false;

        Assert.Equal(0, await settling);
        await AssertAgreementAsync(1_000);
    }
}
