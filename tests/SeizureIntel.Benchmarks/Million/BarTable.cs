using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Million;

/// <summary>The table that ends the case, held against the ratios kept in <c>baseline.json</c>.</summary>
/// <remarks>Ratios to a rival of the same run, not times: a slower or busier machine strikes both.</remarks>
internal static class BarTable
{
    // By so much a ratio may fall below the kept one before it is named.
    private const double Tolerated = 0.20;

    private static string Baseline => Path.Combine(Surroundings.Root, "tests", "SeizureIntel.Benchmarks", "baseline.json");

    /// <summary>Prints the bars, then what fell behind.</summary>
    /// <param name="run">Where it prints; <c>--keep-baseline</c> writes this run's ratios as those to hold.</param>
    /// <param name="size">Name of the size, under which ratios are kept.</param>
    /// <param name="bars">The lines.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>Ratios that fell more than a fifth behind.</returns>
    public static async Task<int> PrintAsync(CaseRun run, string size, IReadOnlyList<Bar> bars, CancellationToken stop)
    {
        int width = bars.Max(b => b.What.Length);
        await run.LineAsync($"{"what".PadRight(width)}  {"bar", 12}  {"figure", 10}  {"rival", 10}  {"ratio", 6}");
        foreach (Bar bar in bars)
        {
            string limit = (bar.IsAtLeast ? "≥ " : "≤ ") + Text(bar.Limit);
            await run.LineAsync(
                $"{bar.What.PadRight(width)}  {limit, 12}  {Text(bar.Figure), 10}  {Text(bar.Rival), 10}  {Text(bar.Ratio), 6}  "
                    + (bar.IsMet ? "met" : "missed")
            );
        }

        await run.LineAsync($"{bars.Count(b => b.IsMet)} of {bars.Count} bars met");
        Dictionary<string, Dictionary<string, double>> kept = File.Exists(Baseline)
            ? JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(await File.ReadAllTextAsync(Baseline, stop))!
            : [];
        if (run.Has("--keep-baseline"))
        {
            kept[size] = bars.Where(b => b.Ratio is not null).ToDictionary(b => b.Id, b => Math.Round(b.Ratio!.Value, 3));
            await File.WriteAllTextAsync(Baseline, JsonSerializer.Serialize(kept, s_indented) + "\n", stop);
            return 0;
        }

        int behind = 0;
        foreach (Bar bar in bars)
        {
            if (bar.Ratio is not { } now || kept.GetValueOrDefault(size)?.TryGetValue(bar.Id, out double before) != true)
                continue;
            before = kept[size][bar.Id];
            if (now >= before * (1 - Tolerated))
                continue;
            behind++;
            await run.LineAsync($"regression: {bar.Id}: ratio {Text(now)} to the rival, {Text(before)} is kept in baseline.json");
        }

        return behind;
    }

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true, NewLine = "\n" };

    private static string Text(double? value) =>
        value is not { } number ? "-"
        : Math.Abs(number) >= 1000 ? number.ToString("N0", CultureInfo.InvariantCulture)
        : number.ToString(Math.Abs(number) >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
}
