using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>A process that is killed at any stage leaves nothing half done: whoever takes in next brings store and index together.</summary>
public sealed class KilledTests(ElasticsearchServer server) : FailureFolder(server)
{
    private const int Rows1 = 1_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_commit_nothing_is_there()
    {
        string file = Rows("L", 6_000);
        using Process ingest = Direct.Start("ingest", file);
        // The archive's entry is complete before the commit, so while it is half written nothing is committed.
        await AppProcess.KillAsync(ingest, HalfArchivedAsync());

        JsonElement again = await Direct.IngestAsync(file);

        Assert.Equal(("loaded", 0), Told(again));
        Assert.Empty(Directory.GetFiles(Path.Combine(Data, "archive"), "*.part"));
        await AssertAgreementAsync(6_000);
    }

    [Theory]
    [InlineData("GET /", false, 1)] // committed, and nothing asked of the cluster yet
    [InlineData("POST /_bulk", false, 1)] // inside the bulk: on its way
    [InlineData("POST /_bulk", true, 1)] // inside the bulk: done, and not known here
    [InlineData("POST /_bulk", true, 2)] // the first of three batches confirmed, the second done and not known
    [InlineData("PUT /{0}-notes/_doc/version", true, 2)] // a batch searchable and not confirmed
    public async Task After_the_commit_everything_arrives_once(string line, bool isAnswer, int time)
    {
        string file = Rows("K", Rows1);
        await using (var proxy = new ClusterProxy(Options.Endpoints))
        {
            Task held = proxy.HoldAsync(line.Replace("{0}", Options.Prefix, StringComparison.Ordinal), isAnswer, time);
            using Process ingest = new AppProcess(Data, Options, proxy.Address).Start("ingest", file);
            await AppProcess.KillAsync(ingest, held);
        }

        JsonElement again = await Direct.IngestAsync(file);

        Assert.Equal(("already_received", 0), Told(again));
        await AssertAgreementAsync(Rows1);
    }

    private AppProcess Direct => new(Data, Options, Options.Endpoints);

    private static (string? Status, int NotSearchable) Told(JsonElement report) =>
        (report.GetProperty("status").GetString(), report.GetProperty("not_searchable").GetInt32());

    private async Task HalfArchivedAsync()
    {
        string archive = Path.Combine(Data, "archive");
        while (!Directory.Exists(archive) || Directory.GetFiles(archive, "*.part").Length == 0)
            await Task.Delay(10, Stop);
    }
}
