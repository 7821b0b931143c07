using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>Several processes over one store and one cluster.</summary>
public sealed class SeveralProcessesTests(ElasticsearchServer server) : FailureFolder(server)
{
    private const string NotSearchable = "not_searchable";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
    public async Task Two_machines_over_one_store_share_what_is_not_in_it()
    {
        // Each has a data folder of its own; the store stands elsewhere, and so does what Archive:Folder names.
        string store = Path.Combine(Root, "store"),
            shared = Path.Combine(Root, "shared");
        (string, string)[] settings =
        [
            ("Storage__ConnectionString", $"Data Source={Path.Combine(store, "seizures.db")}"),
            ("Archive__Folder", shared),
        ];
        AppProcess here = new(Path.Combine(Root, "here"), Options, Options.Endpoints, settings),
            there = new(Path.Combine(Root, "there"), Options, Options.Endpoints, settings);
        string file = Rows("A", 50);
        await File.AppendAllTextAsync(file, "A-50,NL,no day,NL,H01,cocaine,1,kg,refused\n", Stop);

        AppProcess.Ended taken = await here.RunAsync("ingest", file, "--json");
        Assert.Equal(3, taken.ExitCode);
        string id = JsonDocument.Parse(taken.Output).RootElement.GetProperty("submissions")[0].GetProperty("id").GetString()!;

        string workbook = Path.Combine(Root, "refused.xlsx");
        AppProcess.Ended refused = await there.RunAsync("rejections", id, "--xlsx", workbook);
        Assert.True(refused.ExitCode == 0, refused.ToString());
        using (ZipArchive cells = ZipFile.OpenRead(workbook))
            Assert.Contains(cells.Entries, e => TextOf(e).Contains("no day", StringComparison.Ordinal));
        Assert.Equal([$"{id}.ndjson.gz"], Directory.GetFiles(Path.Combine(shared, "archive")).Select(Path.GetFileName));
        Assert.DoesNotContain(Directory.GetFiles(Root, "*.ndjson.gz", SearchOption.AllDirectories), f =>
            !f.StartsWith(shared, StringComparison.Ordinal)
        );
        await Agreement.AssertAsync(store, Options, 50);

        // Words of screening that one office keeps hold on every machine: a wrong row stops both.
        Directory.CreateDirectory(Path.Combine(shared, "screening"));
        await File.WriteAllTextAsync(Path.Combine(shared, "screening", "triggers.csv"), "nonsense\n", Stop);
        foreach (AppProcess machine in new[] { here, there })
        {
            AppProcess.Ended stopped = await machine.RunAsync("submissions");
            Assert.Equal(1, stopped.ExitCode);
            Assert.Contains(Path.Combine(shared, "screening", "triggers.csv"), stopped.Errors, StringComparison.Ordinal);
        }

        static string TextOf(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
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
        await Task.Delay(2_000, Stop);
        await AppProcess.KillAsync(dying, held);
        AppProcess.Ended[] ended = await Task.WhenAll(living.Select(AppProcess.EndAsync));

        Assert.All(ended.Select(AppProcess.Report), r => Assert.Equal(0, r.GetProperty(NotSearchable).GetInt32()));
        living.ForEach(p => p.Dispose());
        await AssertAgreementAsync(3_100);
    }
}
