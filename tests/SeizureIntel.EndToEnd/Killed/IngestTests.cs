using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.Killed;

/// <summary>What was committed by a process that was killed before the index had it is searchable when the next one says that it is done.</summary>
public sealed class IngestTests : IDisposable
{
    private const int Rows = 9_000;

    // A lease runs for 120 s: whoever waits for it cannot be faster.
    private static readonly TimeSpan WellUnderALease = TimeSpan.FromSeconds(60);

    private readonly string _root = Directory.CreateTempSubdirectory("seizureintel-killed-").FullName;
    private readonly string _data;
    private readonly string _large;
    private readonly string _small;

    public IngestTests()
    {
        _data = Path.Combine(_root, "data");
        _large = Path.Combine(_root, "large.csv");
        _small = Path.Combine(_root, "small.csv");
        File.WriteAllBytes(_large, TemplateFile.WithIdentifiers("L", Rows));
        File.WriteAllBytes(_small, TemplateFile.WithIdentifiers("S", 3));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_next_ingest_brings_everything_in_at_once(bool isSameFile)
    {
        await KilledBetweenCommitAndIndexAsync();
        var clock = Stopwatch.StartNew();
        JsonElement reply = await IngestAsync(0, isSameFile ? _large : _small);
        TimeSpan taken = clock.Elapsed;
        TestContext.Current.SendDiagnosticMessage("searchable after {0:0.0} s", taken.TotalSeconds);
        Assert.Equal(isSameFile ? "already_received" : "loaded", reply.GetProperty("status").GetString());
        Assert.Equal(0, reply.GetProperty("not_searchable").GetInt32());
        Assert.True(taken < WellUnderALease, $"It took {taken.TotalSeconds:0.0} s.");
        await AssertAllSearchableAsync(isSameFile ? Rows : Rows + 3);
    }

    [Fact]
    public async Task The_next_serve_brings_everything_in_at_once()
    {
        await KilledBetweenCommitAndIndexAsync();
        var clock = Stopwatch.StartNew();
        await using (Served served = await Served.StartAsync(Executable.Product, _data, Stop))
        {
            using HttpClient http = served.Client();
            string status = "";
            while (status != "ok" && clock.Elapsed < WellUnderALease)
            {
                await Task.Delay(50, Stop);
                string health = await http.GetStringAsync(new Uri("/api/v1/health", UriKind.Relative), Stop);
                status = JsonDocument.Parse(health).RootElement.GetProperty("status").GetString()!;
            }

            Assert.True(status == "ok", $"It is {status} after {clock.Elapsed.TotalSeconds:0.0} s.");
            TestContext.Current.SendDiagnosticMessage("searchable after {0:0.0} s", clock.Elapsed.TotalSeconds);
        }

        await AssertAllSearchableAsync(Rows);
    }

    [Fact]
    public async Task What_another_machine_holds_is_said_not_to_be_searchable()
    {
        int held = await KilledBetweenCommitAndIndexAsync(
            """UPDATE "outbox" SET "leased_by" = 'elsewhere 1 1', "leased_until" = '9999-01-01 00:00:00' WHERE "leased_by" IS NOT NULL"""
        );
        JsonElement reply = await IngestAsync(0, _small, ("Search__PatienceSeconds", "1"));
        Assert.Equal("loaded", reply.GetProperty("status").GetString());
        Assert.Equal(held, reply.GetProperty("not_searchable").GetInt32());
    }

    [Fact]
    public async Task Half_written_files_of_the_dead_go_when_the_next_one_starts()
    {
        await KilledBetweenCommitAndIndexAsync();
        string[] left =
        [
            Path.Combine(_data, "archive", "0123456789abcdef.ndjson.gz.abcdefgh.ijk.part"),
            Path.Combine(_data, "index", "index.db.new"),
        ];
        foreach (string file in left)
            await File.WriteAllTextAsync(file, "half", Stop);
        await IngestAsync(0, _small);
        Assert.DoesNotContain(left, File.Exists);
    }

    // The place of the index's writer is ours, so that the process stands still after its commit, with batches leased and none of them fed.
    private async Task<int> KilledBetweenCommitAndIndexAsync(string? afterwards = null)
    {
        Directory.CreateDirectory(Path.Combine(_data, "index"));
        using (
            var writer = new FileStream(
                Path.Combine(_data, "index", "write.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            )
        )
        {
            using Process ingest = Executable.Start(Executable.Product, ["ingest", _large, "--data", _data, "--json"], _root);
            _ = ingest.StandardError.ReadToEndAsync(Stop);
            while (await HeldAsync() == 0)
            {
                Assert.False(ingest.HasExited, "It ended before it could be killed.");
                await Task.Delay(50, Stop);
            }

            ingest.Kill(entireProcessTree: true);
            await ingest.WaitForExitAsync(Stop);
        }

        int held = (int)await HeldAsync();
        Assert.True(held > 0);
        if (afterwards is not null)
            await AskAsync(afterwards);
        return held;
    }

    // Seizures in batches that somebody holds.
    private Task<long> HeldAsync() =>
        AskAsync(
            """
            SELECT COUNT(*) FROM "outbox" AS o JOIN "seizures" AS s ON s."case_number" BETWEEN o."first_case" AND o."last_case"
            WHERE o."leased_by" IS NOT NULL
            """
        );

    private async Task<long> AskAsync(string sql)
    {
        string file = Path.Combine(_data, "seizures.db");
        if (!File.Exists(file))
            return 0;
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadWrite;Pooling=False");
        try
        {
            await connection.OpenAsync(Stop);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync(Stop) as long? ?? 0;
        }
        catch (SqliteException early) when (early.SqliteErrorCode == 1)
        {
            // The tables are not there yet.
            return 0;
        }
    }

    private async Task<JsonElement> IngestAsync(int exitCode, string file, params (string Name, string Value)[] environment)
    {
        Ended ended = await Executable.RunAsync(
            Executable.Product,
            ["ingest", file, "--data", _data, "--json"],
            _root,
            environment.ToDictionary(e => e.Name, e => e.Value)
        );
        Assert.True(ended.ExitCode == exitCode, ended.ToString());
        return JsonDocument.Parse(ended.Output).RootElement.GetProperty("submissions")[0].Clone();
    }

    private async Task AssertAllSearchableAsync(int seizures)
    {
        Ended verify = await Executable.RunAsync("verify", "--data", _data, "--json");
        Assert.True(verify.ExitCode == 0, verify.ToString());
        Ended search = await Executable.RunAsync("search", "--data", _data, "--json");
        JsonElement total = JsonDocument.Parse(search.Output).RootElement.GetProperty("total");
        Assert.Equal(
            seizures.ToString(CultureInfo.InvariantCulture),
            total.GetProperty("seizures").GetInt32().ToString(CultureInfo.InvariantCulture)
        );
    }
}
