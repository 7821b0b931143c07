using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.CommandLine;

/// <summary>The same store behind the embedded index and behind a real Elasticsearch.</summary>
[Collection(nameof(DemoFolder))]
public sealed class EnginesTests(DemoFolder demo, EngineServer server) : IClassFixture<EngineServer>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-engines-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_bulletin_is_the_same_byte_for_byte_whichever_engine_counts()
    {
        IReadOnlyDictionary<string, string> cluster = server.Environment("bulletin");
        await DoneAsync(["reindex"], demo.Data, cluster);
        Ended verified = await DoneAsync(["verify", "--json"], demo.Data, cluster);
        Assert.True(JsonDocument.Parse(verified.Output).RootElement.GetProperty("ok").GetBoolean());
        int loaded = Loaded(demo.Demo);
        Assert.Equal(loaded, JsonDocument.Parse(verified.Output).RootElement.GetProperty("index").GetProperty("seizures").GetInt32());

        byte[] embedded = await BulletinAsync("embedded", new Dictionary<string, string>()),
            elasticsearch = await BulletinAsync("elasticsearch", cluster);
        Assert.True(embedded.Length > 10_000);
        Assert.Equal(Lines(embedded), Lines(elasticsearch));
        Assert.Equal(embedded, elasticsearch);
    }

    [Fact]
    public async Task The_demo_runs_unchanged()
    {
        IReadOnlyDictionary<string, string> cluster = server.Environment("demo");
        string data = Path.Combine(_folder.FullName, "data");
        Ended ended = await DoneAsync(["demo", "--cases", "400", "--seed", "3", "--json"], data, cluster);
        Ended verified = await DoneAsync(["verify", "--json"], data, cluster);

        JsonElement index = JsonDocument.Parse(verified.Output).RootElement.GetProperty("index");
        Assert.Equal(Loaded(ended), index.GetProperty("seizures").GetInt32());
        Assert.True(
            File.Exists(
                JsonDocument.Parse(ended.Output).RootElement.GetProperty("bulletin").GetProperty("files").GetProperty("html").GetString()
            )
        );
        Assert.False(Directory.Exists(Path.Combine(data, "index")), "The embedded index was filled as well.");
    }

    [Fact]
    public async Task A_store_goes_to_another_database_and_its_index_to_a_cluster_and_back_without_losing_a_record()
    {
        IReadOnlyDictionary<string, string> cluster = server.Environment("moved"),
            embedded = new Dictionary<string, string>();
        string moved = _folder.CreateSubdirectory("moved").FullName,
            database = Path.Combine(moved, "seizures.db");
        string before = StateOf(await DoneAsync(["verify", "--json"], demo.Data, embedded), "store");

        await DoneAsync(["migrate", "--to", "Sqlite", "--to-connection", $"Data Source={database}"], Still(), embedded);
        foreach (IReadOnlyDictionary<string, string> engine in (IReadOnlyDictionary<string, string>[])[cluster, embedded])
        {
            await DoneAsync(["reindex"], moved, engine);
            Ended verified = await DoneAsync(["verify", "--json"], moved, engine);
            Assert.Equal((before, before), (StateOf(verified, "store"), StateOf(verified, "index")));
        }
    }

    // The pages' server writes to the demo's audit log whenever it likes, and a copy that misses a row of it says that it does.
    private string Still()
    {
        string folder = _folder.CreateSubdirectory("still").FullName;
        using var demos = new SqliteConnection($"Data Source={Path.Combine(demo.Data, "seizures.db")};Pooling=False");
        using var copy = new SqliteConnection($"Data Source={Path.Combine(folder, "seizures.db")};Pooling=False");
        demos.Open();
        copy.Open();
        demos.BackupDatabase(copy);
        return folder;
    }

    private static string StateOf(Ended verified, string part) =>
        JsonDocument.Parse(verified.Output).RootElement.GetProperty(part).GetRawText();

    private async Task<byte[]> BulletinAsync(string name, IReadOnlyDictionary<string, string> engine)
    {
        string into = Path.Combine(_folder.FullName, name);
        await DoneAsync(
            ["bulletin", "--region", "Western Europe", "--from", "2024-01", "--to", "2024-12", "--out", into, "--json"],
            demo.Data,
            engine
        );
        return await File.ReadAllBytesAsync(Path.Combine(into, "bulletin.json"), Stop);
    }

    private async Task<Ended> DoneAsync(string[] line, string data, IReadOnlyDictionary<string, string> engine)
    {
        Ended ended = await Executable.RunAsync(Executable.Product, [.. line, "--data", data], _folder.FullName, engine);
        Assert.True(ended.ExitCode == 0, $"{string.Join(' ', line)}: {ended}");
        return ended;
    }

    private static int Loaded(Ended demo) =>
        JsonDocument
            .Parse(demo.Output)
            .RootElement.GetProperty("submissions")
            .EnumerateArray()
            .Sum(s => s.GetProperty("seizures").GetInt32());

    // Where they differ, the first line that does says more than a byte.
    private static string[] Lines(byte[] json) => Encoding.UTF8.GetString(json).Split('\n');
}
