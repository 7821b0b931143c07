using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.Search.Settings;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>A node that ends in the middle of a bulk request, and one whose disk runs full.</summary>
public sealed class OwnNodeTests(OwnNode node) : IClassFixture<OwnNode>, IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("seizureintel-node-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_node_killed_inside_a_bulk_and_started_again_has_everything_once(bool isAnswer)
    {
        ElasticsearchOptions options = node.Options(isAnswer ? "killed-after" : "killed-before");
        await using var proxy = new ClusterProxy(options.Endpoints);
        using var feed = new DisturbedFeed(_root, options, proxy.Address, unavailableSeconds: 120);
        await feed.KeepAsync("killed", 1, 1_500);
        Task held = proxy.HoldAsync("POST /_bulk", isAnswer, time: 4);
        Task<int> settling = feed.SettleAsync();
        await held;
        await node.KillAsync();
        proxy.Release();
        await node.StartAsync();

        Assert.Equal(0, await settling);
        await Agreement.AssertAsync(_root, options, 1_500);
    }

    // The node's own watermark, set so that any disk is too full: it blocks the indices by itself, and frees them when there is room again.
    [Fact]
    public async Task A_full_disk_keeps_everything_waiting_until_there_is_room()
    {
        ElasticsearchOptions options = node.Options("full");
        using var feed = new DisturbedFeed(_root, options, options.Endpoints, unavailableSeconds: 1);
        await feed.KeepAsync("before", 1, 500);
        Assert.Equal(0, await feed.SettleAsync());
        await WatermarkAsync("1000000gb");
        await UntilAsync(isBlocked: true);
        await feed.KeepAsync("during", 501, 1_000);

        Assert.Equal(1_000, await feed.SettleAsync());
        Assert.Equal((3, 0), await feed.Store.Outbox.CountAsync(Stop));

        await WatermarkAsync("1b");
        await UntilAsync(isBlocked: false);
        Assert.Equal(0, await feed.SettleAsync());
        await Agreement.AssertAsync(_root, options, 1_500);

        Task WatermarkAsync(string free) =>
            feed.SetAsync(
                "_cluster/settings",
                new JsonObject
                {
                    ["persistent"] = new JsonObject
                    {
                        ["cluster.info.update.interval"] = "10s",
                        ["cluster.routing.allocation.disk.threshold_enabled"] = true,
                        ["cluster.routing.allocation.disk.watermark.low"] = free,
                        ["cluster.routing.allocation.disk.watermark.high"] = free,
                        ["cluster.routing.allocation.disk.watermark.flood_stage"] = free,
                    },
                }
            );

        async Task UntilAsync(bool isBlocked)
        {
            while ((await feed.AskAsync("full-*/_settings")).Contains("read_only_allow_delete", StringComparison.Ordinal) != isBlocked)
                await Task.Delay(500, Stop);
        }
    }
}
