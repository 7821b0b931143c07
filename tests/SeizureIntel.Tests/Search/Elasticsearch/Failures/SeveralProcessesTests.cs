using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>Several processes over one store and one cluster.</summary>
public sealed class SeveralProcessesTests(ElasticsearchServer server) : FailureFolder(server)
{
    private const string NotSearchable = "not_searchable";

    private AppProcess Direct => new(Data, Options, Options.Endpoints);

    [Fact]
    public async Task One_file_from_two_processes_at_once_loads_once()
    {
        string file = Rows("A", 3_000);
        using Process one = Direct.Start("ingest", file, "--json"),
            other = Direct.Start("ingest", file, "--json");
        JsonElement[] reports = [.. (await Task.WhenAll(AppProcess.EndAsync(one), AppProcess.EndAsync(other))).Select(AppProcess.Report)];

        Assert.Equal(["already_received", "loaded"], reports.Select(r => r.GetProperty("status").GetString()).Order());
        Assert.All(reports, r => Assert.Equal(0, r.GetProperty(NotSearchable).GetInt32()));
        await AssertAgreementAsync(3_000);
    }

    [Fact]
    public async Task What_one_held_that_was_killed_the_living_bring_to_the_index()
    {
        await using var proxy = new ClusterProxy(Options.Endpoints);
        Task held = proxy.HoldAsync("GET /", isAnswer: false);
        using Process dying = new AppProcess(Data, Options, proxy.Address).Start("ingest", Rows("D", 1_000));
        await held;

        // They have come in and wait for the batches before theirs when those lose their holder.
        List<Process> living = [.. new[] { "E", "F", "G" }.Select(name => Direct.Start("ingest", Rows(name, 700), "--json"))];
        await Task.Delay(2_000, TestContext.Current.CancellationToken);
        await AppProcess.KillAsync(dying, held);
        AppProcess.Ended[] ended = await Task.WhenAll(living.Select(AppProcess.EndAsync));

        Assert.All(ended.Select(AppProcess.Report), r => Assert.Equal(0, r.GetProperty(NotSearchable).GetInt32()));
        living.ForEach(p => p.Dispose());
        await AssertAgreementAsync(3_100);
    }
}
