using System;
using System.IO;
using System.Threading.Tasks;
using SeizureIntel.App.Commands;
using SeizureIntel.Workbench.Faults;
using Xunit;

namespace SeizureIntel.Tests.App.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--export takes one of csv, xlsx, json; found 'pdf'.", "search", "--export", "pdf")]
    [InlineData("--bucket takes one of none, day, week, month, year; found 'hour'.", "tabulate", "--bucket", "hour")]
    [InlineData("--seed takes a whole number; found 'x'.", "simulate", "--seed", "x", "--out", "raw")]
    [InlineData("The option before '--json' has no value.", "ingest", "a.csv", "--reporter", "--json")]
    [InlineData("./run search has no option '--form'.", "search", "--form", "2024")]
    [InlineData("There is no verb 'serach'.", "serach")]
    public async Task A_mistake_is_named_in_words_of_the_command_line(string message, params string[] line)
    {
        Fault fault = await FaultOf(line);
        Assert.Equal(message, fault.Message);
        Assert.Equal(2, fault.ExitCode);
    }

    [Fact]
    public async Task A_folder_is_no_file_to_take_in()
    {
        string folder = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        Fault fault = await FaultOf("ingest", folder);
        Assert.Equal(("not_a_file", $"{folder} is a folder; files were expected."), (fault.Code, fault.Message));
    }

    private static async Task<Fault> FaultOf(params string[] line)
    {
        var context = new VerbContext(new Output(TextWriter.Null, Stream.Null, TextWriter.Null, isTerminal: false), (_, _) =>
            throw new InvalidOperationException("no verb was expected to begin")
        );
        return await Assert.ThrowsAsync<Fault>(() => CommandLine.RunAsync(line, context, TestContext.Current.CancellationToken));
    }
}
