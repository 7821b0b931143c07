using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using SeizureIntel.App.Api.Contracts;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.Steps;
using Spectre.Console;

namespace SeizureIntel.App.Commands;

/// <summary>Results to standard output, everything else to standard error.</summary>
internal sealed class Output(TextWriter results, Stream bytes, TextWriter notes, bool isTerminal)
{
    public static Output Standard =>
        new(Console.Out, Console.OpenStandardOutput(), Console.Error, !Console.IsErrorRedirected)
        {
            IsSeen = !Console.IsOutputRedirected,
            Input = Console.In,
        };

    /// <summary>True where results go to a terminal and stand in no file afterwards.</summary>
    public bool IsSeen { get; init; }

    /// <summary>Standard input, for verbs that read it.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Standard output; only the result of the verb goes here.</summary>
    public TextWriter Results => results;

    /// <summary>Standard output for files.</summary>
    public Stream Bytes => bytes;

    /// <summary>Standard error.</summary>
    public TextWriter Notes => notes;

    /// <summary>True where somebody watches.</summary>
    public bool IsTerminal => isTerminal;

    /// <summary>A whole number with separators, the same in every culture.</summary>
    public static string Number(double value) =>
        value.ToString(value == Math.Floor(value) ? "#,0" : "#,0.###", CultureInfo.InvariantCulture);

    /// <summary>One, or several: "1 seizure", "2 seizures".</summary>
    public static string Count(double count, string one, string? several = null) =>
        $"{Number(count)} {(count == 1 ? one : several ?? one + "s")}";

    /// <summary>An enumeration's name as it is written everywhere: snake_case.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public void Json<T>(T value) => results.WriteLine(JsonShapes.Write(value));

    public void Line(string text = "") => results.WriteLine(text);

    public void Note(string text) => notes.WriteLine(text);

    /// <summary>Does work that reports its steps: under moving bars on a terminal, elsewhere with a line a step; on standard error alone.</summary>
    public async Task<T> DuringAsync<T>(Func<IProgress<Step>, Task<T>> work)
    {
        if (isTerminal)
        {
            IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(notes) });
            return await terminal
                .Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
                .StartAsync(async context =>
                {
                    var bars = new StepBars(context);
                    T done = await work(bars);
                    bars.End();
                    return done;
                });
        }

        var lines = new StepLines(notes, TimeProvider.System);
        bool isStopped = true;
        try
        {
            T done = await work(lines);
            isStopped = false;
            return done;
        }
        finally
        {
            lines.End(isStopped);
        }
    }

    /// <summary>Says why something could not be done; with JSON asked for, on standard output too.</summary>
    public int Fail(Fault fault, bool asJson, bool verbose)
    {
        notes.WriteLine($"seizureintel: {fault.Message}");
        if (fault.Hint.Length > 0)
            notes.WriteLine(fault.Hint);
        if (verbose && fault.InnerException is { } inner)
            notes.WriteLine(inner.ToString());
        if (asJson)
            Json(ErrorReply.Of(fault));
        return fault.ExitCode;
    }
}
