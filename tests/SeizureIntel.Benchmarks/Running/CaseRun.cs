using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>One case at work: what it was asked, and how it prints.</summary>
/// <param name="arguments">The arguments after the case's name.</param>
/// <param name="output">Where figures go.</param>
internal sealed class CaseRun(IReadOnlyList<string> arguments, TextWriter output)
{
    /// <summary>Where figures go.</summary>
    public TextWriter Output => output;

    /// <summary>Whether a smaller size was asked for; what is printed then says so.</summary>
    public bool IsQuick => arguments.Contains("--quick");

    /// <summary>Whether an option without a value was given.</summary>
    public bool Has(string name) => arguments.Contains(name);

    /// <summary>The value after an option; null without it.</summary>
    public string? Option(string name)
    {
        int at = arguments.ToList().IndexOf(name);
        return at >= 0 && at + 1 < arguments.Count ? arguments[at + 1] : null;
    }

    /// <summary>A whole number after an option.</summary>
    public int Number(string name, int usual) =>
        Option(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : usual;

    /// <summary>A line whose numbers are written the same everywhere.</summary>
    public static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    /// <summary>Prints a line.</summary>
    public Task LineAsync(string line) => output.WriteLineAsync(line);

    /// <summary>Prints a figure beside its bar.</summary>
    public Task FigureAsync(string figure, string bar, bool isMet) =>
        output.WriteLineAsync($"{figure} (bar: {bar}; {(isMet ? "met" : "missed")})");

    /// <summary>A program to compare with; null, with a line that says why, without one.</summary>
    /// <param name="find">Looks for the program.</param>
    /// <param name="name">What is compared with, and the Debian package it comes in.</param>
    /// <param name="stop">Ends the search.</param>
    public async Task<string?> RivalAsync(Func<CancellationToken, Task<string?>> find, string name, CancellationToken stop)
    {
        string? rival = arguments.Contains("--no-rivals") ? null : await find(stop);
        if (rival is null)
            await output.WriteLineAsync(
                arguments.Contains("--no-rivals") ? "no rival: --no-rivals" : $"no rival: {name} is not installed (./.ci/install rivals)"
            );
        return rival;
    }

    /// <summary>A piece of work's result, with what it cost.</summary>
    public static Measured<T> Timed<T>(Func<T> work)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        T result = work();
        return new Measured<T>(
            result,
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds
        );
    }
}
