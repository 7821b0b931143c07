using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Cases;
using SeizureIntel.Benchmarks.Engines;
using SeizureIntel.Benchmarks.Million;
using SeizureIntel.Benchmarks.Pages;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>Runs the cases asked for and prints what they measured.</summary>
internal static class BenchmarkRun
{
    private static readonly Dictionary<string, Func<IReadOnlyList<string>, TextWriter, CancellationToken, Task<int>>> Cases = new(
        StringComparer.Ordinal
    )
    {
        ["ingest"] = IngestCase.RunAsync,
        ["search"] = SearchCase.RunAsync,
        ["detector"] = DetectorCase.RunAsync,
        ["weekly-series"] = WeeklySeriesCase.RunAsync,
        ["itemsets"] = ItemsetsCase.RunAsync,
        ["betweenness"] = BetweennessCase.RunAsync,
        ["duplicates"] = LinkageCase.RunAsync,
        ["all-studies"] = StudiesCase.RunAsync,
        ["planted"] = PlantedCase.RunAsync,
        ["reading"] = ReadingCase.RunAsync,
        ["fuzz"] = FuzzCase.RunAsync,
        ["engines"] = EnginesCase.RunAsync,
        ["million"] = MillionCase.RunAsync,
        ["pages"] = PagesCase.RunAsync,
        ["ten-million"] = MillionCase.RunTenfoldAsync,
    };

    // What the studies are measured by, in one run.
    private static readonly string[] Studies =
    [
        "detector",
        "weekly-series",
        "itemsets",
        "betweenness",
        "duplicates",
        "all-studies",
        "planted",
    ];

    /// <summary>First argument: a case, <c>studies</c>, <c>all</c> or <c>list</c>; the rest goes to the case: <c>--quick</c> for a smaller size,
    /// <c>--no-rivals</c> without comparison.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        using var stop = new CancellationTokenSource();
        // Not a file stream of our own: it would keep its own place in a redirected output and overwrite what others write there.
        using TextWriter output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        string asked = arguments.Count == 0 ? "list" : arguments[0];
        if (asked == "list")
        {
            await output.WriteLineAsync(await DescribedAsync(stop.Token));
            return 0;
        }

        if (arguments.Any(a => a is "--help" or "-h" or "-?"))
        {
            await HelpAsync(output, asked, stop.Token);
            return 0;
        }

        string[] chosen = asked switch
        {
            // Ten millions take an hour, a fuzz measures nothing: both are asked for by name.
            "all" => [.. Cases.Keys.Where(c => c is not ("ten-million" or "fuzz"))],
            "studies" => Studies,
            _ => [asked],
        };
        if (chosen.FirstOrDefault(c => !Cases.ContainsKey(c)) is { } unknown)
        {
            await output.WriteLineAsync($"There is no case '{unknown}'; there are {string.Join(", ", Cases.Keys)}, studies, all and list.");
            return 2;
        }

        await output.WriteLineAsync(Surroundings.Machine);
        int worst = 0;
        foreach (string name in chosen)
        {
            PeakMemory.Start();
            worst = Math.Max(worst, await Cases[name]([.. arguments.Skip(1)], output, stop.Token));
            await output.WriteLineAsync(PeakMemory.Line(name).ToString(CultureInfo.InvariantCulture));
        }

        return worst;
    }

    private static Task<string> DescribedAsync(CancellationToken stop) =>
        File.ReadAllTextAsync(Path.Combine(Surroundings.Root, "tests", "SeizureIntel.Benchmarks", "cases.json"), stop);

    // What a case measures, against what and how large; of all cases where none is named.
    private static async Task HelpAsync(TextWriter output, string asked, CancellationToken stop)
    {
        await output.WriteLineAsync("Usage: ./run bench CASE [--quick] [--no-rivals] [the case's own options]; also: studies, all, list");
        using JsonDocument cases = JsonDocument.Parse(await DescribedAsync(stop));
        foreach (JsonElement described in cases.RootElement.EnumerateArray())
        {
            string id = described.GetProperty("id").GetString()!;
            if (Cases.ContainsKey(asked) && id != asked)
                continue;
            await output.WriteLineAsync();
            await output.WriteLineAsync(id);
            foreach (string part in (string[])["note", "size", "rival"])
                await output.WriteLineAsync($"  {part}: {described.GetProperty(part).GetString()}");
        }
    }
}
