using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.CommandLine;

[Collection(nameof(DemoFolder))]
public sealed class DemoTests(DemoFolder demo)
{
    private JsonElement Told => JsonDocument.Parse(demo.Demo.Output).RootElement;

    [Fact]
    public void The_demo_ends_well_and_its_rows_add_up()
    {
        Assert.True(demo.Demo.ExitCode == 0, demo.Demo.ToString());
        foreach (JsonElement s in Told.GetProperty("submissions").EnumerateArray())
            Assert.Equal(
                s.GetProperty("rows_read").GetInt32(),
                s.GetProperty("rows_accepted").GetInt32() + s.GetProperty("rows_rejected").GetInt32()
            );
    }

    [Fact]
    public void The_bulletin_is_there_as_page_and_document()
    {
        JsonElement files = Told.GetProperty("bulletin").GetProperty("files");
        string html = File.ReadAllText(files.GetProperty("html").GetString()!);
        Assert.Contains("TLP:AMBER", html, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "http://",
            html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        JsonDocument.Parse(File.ReadAllText(files.GetProperty("json").GetString()!)).Dispose();
    }

    [Fact]
    public async Task Store_and_index_agree_and_hold_what_was_loaded()
    {
        Ended ended = await Executable.RunAsync("verify", "--data", demo.Data, "--json");
        Assert.True(ended.ExitCode == 0, ended.ToString());
        JsonElement verified = JsonDocument.Parse(ended.Output).RootElement;
        int loaded = Told.GetProperty("submissions").EnumerateArray().Sum(s => s.GetProperty("seizures").GetInt32());
        Assert.Equal(loaded, verified.GetProperty("store").GetProperty("seizures").GetInt32());
        Assert.Equal(loaded, verified.GetProperty("index").GetProperty("seizures").GetInt32());
    }

    [Fact]
    public async Task The_same_file_again_is_already_received()
    {
        string file = Told.GetProperty("submissions")
            .EnumerateArray()
            .First(s => s.GetProperty("status").GetString() == "loaded")
            .GetProperty("file")
            .GetString()!;
        Ended ended = await Executable.RunAsync("ingest", file, "--data", demo.Data, "--json");
        Assert.True(ended.ExitCode == 0, ended.ToString());
        Assert.Equal(
            "already_received",
            JsonDocument.Parse(ended.Output).RootElement.GetProperty("submissions")[0].GetProperty("status").GetString()
        );
    }

    [Fact]
    public async Task A_findings_query_finds_as_many_seizures_as_it_says()
    {
        Ended study = await Executable.RunAsync("study", "coverage", "--data", demo.Data, "--json");
        JsonElement[] findings = [.. JsonDocument.Parse(study.Output).RootElement.GetProperty("findings").EnumerateArray()];
        Assert.NotEmpty(findings);
        foreach (JsonElement evidence in findings.Take(5).Select(f => f.GetProperty("evidence")))
        {
            Ended found = await Executable.RunAsync(
                "search",
                "--query",
                evidence.GetProperty("query").GetRawText(),
                "--size",
                "0",
                "--data",
                demo.Data,
                "--json"
            );
            Assert.Equal(
                evidence.GetProperty("count").GetInt32(),
                JsonDocument.Parse(found.Output).RootElement.GetProperty("total").GetProperty("seizures").GetInt32()
            );
        }
    }

    [Fact]
    public async Task An_export_holds_every_seizure_found_and_can_be_taken_in_again()
    {
        string folder = Directory.CreateTempSubdirectory("seizureintel-").FullName,
            file = Path.Combine(folder, "export.csv");
        Ended found = await Executable.RunAsync("search", "--heading", "H08", "--size", "0", "--data", demo.Data, "--json");
        int seizures = JsonDocument.Parse(found.Output).RootElement.GetProperty("total").GetProperty("seizures").GetInt32();
        Assert.True(seizures > 0);
        await Executable.RunAsync("search", "--heading", "H08", "--export", "csv", "--out", file, "--data", demo.Data);
        Ended taken = await Executable.RunAsync("ingest", file, "--source", "template", "--data", Path.Combine(folder, "again"), "--json");
        JsonElement submission = JsonDocument.Parse(taken.Output).RootElement.GetProperty("submissions")[0];
        Assert.True(submission.GetProperty("rows_read").GetInt32() == seizures, taken.ToString());
        Assert.Equal(seizures, submission.GetProperty("seizures").GetInt32());
        Directory.Delete(folder, recursive: true);
    }
}
