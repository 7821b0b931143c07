using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.CommandLine;

[Collection(nameof(DemoFolder))]
public sealed class ChartFileTests(DemoFolder demo) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-charts-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("overview", null, "Netherlands", "reporters")]
    [InlineData("routes", "H01", "Netherlands", "flows-H01")]
    [InlineData("routes", "H01", "Transit", "paths-H01")]
    [InlineData("trends", null, "Drugs", "monthly-headings")]
    [InlineData("coverage", null, "Netherlands", "coverage-strip")]
    public async Task A_study_is_drawn_into_a_file(string study, string? heading, string word, string chart)
    {
        string file = At("chart.svg");
        Ended drawn = await StudyAsync(study, heading, "--plot", file, "--chart", chart);

        Assert.True(drawn.ExitCode == 0, drawn.ToString());
        Assert.Contains($"{chart}: {file}", drawn.Errors, StringComparison.Ordinal);
        string svg = await File.ReadAllTextAsync(file, Stop);
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains(word + "</text>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ending_says_that_the_chart_is_a_picture_and_the_answer_is_the_same()
    {
        string file = At("chart.png");
        Ended drawn = await StudyAsync("coverage", null, "--json", "--plot", file),
            plain = await StudyAsync("coverage", null, "--json");

        Assert.Equal(plain.Output, drawn.Output);
        byte[] png = await File.ReadAllBytesAsync(file, Stop);
        // The signature of a PNG, W3C PNG specification, 5.2; then width and height of its header chunk, 720 px at twice the size.
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        Assert.Equal(1440, png[16] << 24 | png[17] << 16 | png[18] << 8 | png[19]);
    }

    [Fact]
    public async Task A_chart_that_a_study_does_not_have_is_answered_with_those_it_has()
    {
        Ended refused = await StudyAsync("routes", "H01", "--plot", At("chart.svg"), "--chart", "pie");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("It has flows-H01, paths-H01.", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(At("chart.svg")));
    }

    [Theory]
    [InlineData("chart.svg")]
    [InlineData("chart.png")]
    public async Task A_machine_without_fonts_is_told_the_package_and_gets_no_empty_picture(string name)
    {
        const string fonts = "/usr/share/fonts";
        Assert.SkipUnless(Directory.Exists(fonts), $"Skipped: {fonts} is not there to be hidden.");
        string series = At("weekly.csv"),
            empty = _folder.CreateSubdirectory("none").FullName;
        IEnumerable<string> months = Enumerable.Range(0, 24).Select(m => $"{2023 + m / 12}-{m % 12 + 1:00},{5 + m % 3}");
        await File.WriteAllLinesAsync(series, ["month,count", .. months], Stop);
        // A namespace of its own, in which the folder of fonts is empty: nobody else sees that.
        string[] hidden = ["--map-root-user", "--mount", "sh", "-c", $"mount --bind '{empty}' {fonts} && exec \"$@\"", "sh"];
        Ended able = await UnshareAsync([.. hidden, "true"]);
        Assert.SkipWhen(able.ExitCode != 0, $"Skipped: this machine lets nobody hide its fonts ({able.Errors.Trim()}).");

        string[] verb = ["series", series, "--method", "changepoints", "--out", At(name), "--data", At("data"), "--json"];
        Ended with = await Executable.RunAsync(verb);
        Assert.True(with.ExitCode == 0, with.ToString());
        File.Delete(At(name));
        Ended without = await UnshareAsync([.. hidden, Executable.Product, .. verb]);

        Assert.Equal(1, without.ExitCode);
        JsonElement error = JsonDocument.Parse(without.Output).RootElement.GetProperty("error");
        Assert.Equal("no_chart", error.GetProperty("code").GetString());
        Assert.Contains("apt-get install fonts-dejavu-core", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(At(name)));
    }

    private async Task<Ended> UnshareAsync(IEnumerable<string> arguments)
    {
        try
        {
            return await Executable.RunAsync("unshare", arguments, _folder.FullName);
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            return new Ended(1, "", absent.Message);
        }
    }

    private Task<Ended> StudyAsync(string study, string? heading, params string[] rest) =>
        Executable.RunAsync(["study", study, .. heading is null ? [] : new[] { "--heading", heading }, "--data", demo.Data, .. rest]);

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
