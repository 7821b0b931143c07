using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Ports;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>What reading costs, by the processor: what else the machine does weighs little.</summary>
internal static class SpeedMeasure
{
    private const double MostMilliseconds = 0.2;
    private const int Rounds = 7;

    // The system counts processor time in hundredths of a second.
    private const int Repeats = 20;
    private const int MostReleases = 100;

    /// <summary>Prints milliseconds a text.</summary>
    /// <returns>Whether every bar was met.</returns>
    public static async Task<bool> PrintAsync(CaseRun run, ITextReader reader, string data, CancellationToken stop)
    {
        await run.LineAsync(CaseRun.Line($"reading, milliseconds of processor time a text: median of {Rounds} rounds, lowest and highest"));
        bool isMet = true;
        IReadOnlyList<List<string>> rows = await LabelFile.RowsAsync("narratives.csv", stop);
        // Some hundred readings of each path, and the compiler's threads count for nobody's text.
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            foreach (List<string> row in rows)
                reader.Read(row[3]);
        }

        foreach (IGrouping<string, List<string>> language in rows.GroupBy(r => r[1]))
            isMet &= await PrintAsync(run, reader, language.Key, [.. language.Select(r => r[3])]);
        string releases = Path.Combine(data, "hk_customs_press_zh", "dev_2004_2013.json");
        if (!File.Exists(releases))
        {
            await run.LineAsync("  press releases of Hong Kong: skipped, the file is absent");
            return isMet;
        }

        await using FileStream file = File.OpenRead(releases);
        using JsonDocument all = await JsonDocument.ParseAsync(file, cancellationToken: stop);
        string[] articles = [.. all.RootElement.EnumerateArray().Take(MostReleases).Select(r => r.GetProperty("article").GetString()!)];
        return isMet & await PrintAsync(run, reader, "press releases of Hong Kong", articles);
    }

    private static async Task<bool> PrintAsync(CaseRun run, ITextReader reader, string title, string[] texts)
    {
        var times = new List<double>();
        for (int round = 0; round <= Rounds; round++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            for (int repeat = 0; repeat < Repeats; repeat++)
            {
                foreach (string text in texts)
                    reader.Read(text);
            }

            // The first round warms up.
            if (round > 0)
                times.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds / texts.Length / Repeats);
        }

        double median = Spread.Quantile(times, 0.5);
        await run.FigureAsync(
            CaseRun.Line(
                $"  {title}, {texts.Average(t => t.Length):0} letters: {median:0.000} ({times.Min():0.000} to {times.Max():0.000})"
            ),
            "0.2",
            median <= MostMilliseconds
        );
        return median <= MostMilliseconds;
    }
}
