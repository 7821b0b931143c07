using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.CommandLine;

public sealed class RunScriptTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task The_first_start_builds_and_the_second_does_not()
    {
        Ended first = await _checkout.RunAsync("verify"),
            second = await _checkout.RunAsync("verify");
        Assert.Equal("product verify\n", first.Output);
        Assert.Matches(@"^Building SeizureIntel\.App \.\.\. 1 projects, \d+ s\n$", first.Errors);
        Assert.Equal(("product verify\n", ""), (second.Output, second.Errors));
    }

    [Fact]
    public async Task What_the_demo_installs_beside_the_sources_builds_nothing_anew()
    {
        await _checkout.RunAsync("verify");
        _checkout.Write("dashboards/SeizureIntel.Dashboards/node_modules/echarts/package.json", "{}");
        _checkout.Write("src/SeizureIntel.App/obj/project.assets.json", "{}");
        // The folders above changed with it; sources did not.
        Assert.True(
            Directory.GetLastWriteTimeUtc(_checkout.At("dashboards/SeizureIntel.Dashboards"))
                > File.GetLastWriteTimeUtc(_checkout.At("dashboards/SeizureIntel.Dashboards/Pages/Overview.cshtml"))
        );
        Assert.Equal("", (await _checkout.RunAsync("verify")).Errors);
    }

    [Theory]
    [InlineData("src/SeizureIntel.App/Program.cs")]
    [InlineData("dashboards/SeizureIntel.Dashboards/Pages/Overview.cshtml")]
    [InlineData("Directory.Packages.props")]
    public async Task A_changed_source_is_built(string file)
    {
        await _checkout.RunAsync("verify");
        _checkout.Write(file, "second, and longer");
        await BuildsOnceAsync();
    }

    [Fact]
    public async Task A_deleted_source_is_built_without()
    {
        await _checkout.RunAsync("verify");
        File.Delete(_checkout.At("etl/Reader.cs"));
        await BuildsOnceAsync();
    }

    [Fact]
    public async Task An_added_source_is_built()
    {
        await _checkout.RunAsync("verify");
        _checkout.Write("etl/Writer.cs", "");
        await BuildsOnceAsync();
    }

    [Fact]
    public async Task An_older_file_put_back_is_built()
    {
        await _checkout.RunAsync("verify");
        File.SetLastWriteTimeUtc(_checkout.At("etl/Reader.cs"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await BuildsOnceAsync();
    }

    [Fact]
    public async Task A_source_changed_during_the_build_is_built_by_the_next_start()
    {
        _checkout.Compiler("[ -e artifacts/once ] || echo meanwhile >etl/Reader.cs; touch artifacts/once");
        await _checkout.RunAsync("verify");
        await BuildsOnceAsync();
    }

    [Fact]
    public async Task A_failed_build_shows_its_messages_and_is_tried_again()
    {
        _checkout.Compiler("echo 'Program.cs(1,1): error CS1002: ; expected'; exit 1");
        Ended failed = await _checkout.RunAsync("verify", "--json");
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("error CS1002: ; expected", failed.Errors, StringComparison.Ordinal);
        Assert.Equal("build_failed", JsonDocument.Parse(failed.Output).RootElement.GetProperty("error").GetProperty("code").GetString());
        _checkout.Compiler("echo ' SeizureIntel.App -> there'");
        await BuildsOnceAsync();
    }

    [Fact]
    public async Task On_a_terminal_long_steps_are_bars_and_standard_output_stays_the_verbs()
    {
        string raw = _checkout.At("artifacts/raw"),
            results = _checkout.At("artifacts/results.json"),
            line = $"{Executable.Product} simulate --cases 100 --out {raw} --json >{results}";
        Ended shown = await Executable.RunAsync("script", ["-qec", line, "/dev/null"], Path.GetTempPath());
        Assert.True(shown.ExitCode == 0, shown.ToString());
        Assert.Contains("Simulating a region: 260 weeks", shown.Output, StringComparison.Ordinal);
        Assert.Contains('━', shown.Output);
        Assert.NotEqual(
            0,
            JsonDocument.Parse(await File.ReadAllTextAsync(results, Stop)).RootElement.GetProperty("files").GetArrayLength()
        );
    }

    [Fact]
    public async Task On_a_terminal_the_build_is_a_bar_of_projects()
    {
        _checkout.Compiler("sleep 3; echo ' SeizureIntel.App -> there'");
        string tools = _checkout.At("artifacts/tools"),
            line = $"PATH={tools}:$PATH {_checkout.At("run")} verify >/dev/null";
        Ended shown = await Executable.RunAsync("script", ["-qec", line, "/dev/null"], Path.GetTempPath());
        Assert.Matches(@"Building SeizureIntel\.App \[\.{30}\] 0 of 1 projects, 0:0[0-9]", shown.Output);
        Assert.Matches(@"Building SeizureIntel\.App \.\.\. 1 projects, [0-9]+ s", shown.Output);
    }

    [Theory]
    [InlineData("demo", "fonts chromium")]
    [InlineData("demo --serve", "fonts chromium; npm")]
    [InlineData("bulletin --out b", "fonts chromium")]
    [InlineData("study routes --plot a.svg", "fonts")]
    [InlineData("study routes", "")]
    [InlineData("series a.csv --out a.png", "fonts")]
    [InlineData("serve", "npm fonts chromium")]
    public async Task Only_what_serves_pages_fetches_the_browsers_libraries(string line, string parts)
    {
        _checkout.Write(".ci/install", "#!/bin/sh\necho \"$*\" >>\"$(dirname \"$0\")/../artifacts/parts\"\n");
        _checkout.Write("artifacts/parts", "");
        await _checkout.RunAsync(line.Split(' '));
        Assert.Equal(parts, string.Join("; ", await File.ReadAllLinesAsync(_checkout.At("artifacts/parts"), Stop)));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task BuildsOnceAsync()
    {
        Assert.Contains("Building", (await _checkout.RunAsync("verify")).Errors, StringComparison.Ordinal);
        Assert.Equal("", (await _checkout.RunAsync("verify")).Errors);
    }
}
