using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.CommandLine;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("unknown_verb", "serch")]
    [InlineData("unknown_option", "search", "--were", "heading=H01")]
    [InlineData("unknown_field", "search", "--where", "prodct=cocaine")]
    [InlineData("unknown_field", "tabulate", "--by", "hedding")]
    [InlineData("unknown_field", "search", "--facets", "nothing")]
    [InlineData("bad_condition", "search", "--where", "heading")]
    [InlineData("unknown_region", "search", "--region", "Wester Europe")]
    [InlineData("unknown_heading", "search", "--heading", "drgs")]
    [InlineData("bad_date", "search", "--from", "31/12/2024")]
    [InlineData("empty_period", "search", "--from", "2024", "--to", "2023")]
    [InlineData("bad_query", "search", "--query", "{\"wher\":{}}")]
    [InlineData("no_such_file", "search", "--query", "@/no/such/file.json")]
    [InlineData("no_such_file", "ingest", "/no/such/file.csv")]
    [InlineData("unknown_study", "study", "rotes")]
    [InlineData("unknown_marking", "study", "routes", "--marking", "BLUE")]
    [InlineData("unknown_submission", "rejections", "0000000000000000")]
    [InlineData("unknown_source", "sources", "check", "templat")]
    [InlineData("no_target", "search", "--export", "xlsx")]
    [InlineData("bad_address", "serve", "--urls", "here")]
    [InlineData("unknown_method", "series", "any.csv", "--method", "farington")]
    [InlineData("no_such_file", "series", "/no/such/file.csv")]
    [InlineData("bad_alpha", "series", "any.csv", "--alpha", "2")]
    [InlineData("wrong_usage", "ingest")]
    public async Task Wrong_usage_is_exit_code_2_with_a_code_a_sentence_and_a_hint(string code, params string[] arguments)
    {
        string absent = Path.Combine(Path.GetTempPath(), "seizureintel-absent");
        Ended ended = await Executable.RunAsync([.. arguments, "--json", "--data", absent]);
        Assert.True(ended.ExitCode == 2, ended.ToString());
        JsonElement error = JsonDocument.Parse(ended.Output).RootElement.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.EndsWith(".", error.GetProperty("message").GetString()!.Trim(), StringComparison.Ordinal);
        Assert.NotEqual("", error.GetProperty("hint").GetString());
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(absent));
    }

    [Theory]
    [InlineData("search")]
    [InlineData("tabulate", "--by", "heading", "--bucket", "month")]
    [InlineData("tabulate", "--by", "product", "--measure", "quantity")]
    [InlineData("study", "routes")]
    [InlineData("study", "coverage")]
    [InlineData("submissions")]
    [InlineData("verify")]
    public async Task Reading_an_absent_folder_is_no_failure_and_leaves_it_absent(params string[] arguments)
    {
        string absent = Path.Combine(Path.GetTempPath(), "seizureintel-absent");
        Ended ended = await Executable.RunAsync([.. arguments, "--json", "--data", absent]);
        Assert.True(ended.ExitCode == 0, ended.ToString());
        JsonDocument.Parse(ended.Output).Dispose();
        Assert.False(Directory.Exists(absent));
    }

    [Fact]
    public async Task A_file_of_no_known_source_is_refused_with_exit_code_1()
    {
        string folder = Directory.CreateTempSubdirectory("seizureintel-").FullName,
            file = Path.Combine(folder, "shopping.csv");
        await File.WriteAllTextAsync(file, "bread,milk\n1,2\n", TestContext.Current.CancellationToken);
        Ended ended = await Executable.RunAsync("ingest", file, "--json", "--data", Path.Combine(folder, "data"));
        Assert.True(ended.ExitCode == 1, ended.ToString());
        JsonElement submission = JsonDocument.Parse(ended.Output).RootElement.GetProperty("submissions").EnumerateArray().Single();
        Assert.Equal("refused", submission.GetProperty("status").GetString());
        Assert.Equal(file, submission.GetProperty("file").GetString());
        Assert.NotEqual("", submission.GetProperty("error").GetString());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_verb_explains_itself_with_an_example()
    {
        Ended all = await Executable.RunAsync("--help");
        string[] verbs = [.. all.Output.Split("Commands:")[1].Split('\n').Select(l => l.Trim().Split(' ')[0]).Where(v => v.Length > 0)];
        Assert.Contains("ingest", verbs);
        foreach (string verb in verbs)
        {
            Ended help = await Executable.RunAsync(verb, "--help");
            Assert.Equal(0, help.ExitCode);
            Assert.Contains("./run " + verb, help.Output.Split("Examples:")[1], StringComparison.Ordinal);
        }
    }
}
