using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Surveillance;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>False alarms and outbreaks found by the usual detector on 42 simulated scenarios, beside R's on the same series.</summary>
internal static class DetectorCase
{
    private const double Alpha = 0.005;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        if (Surroundings.OutbreakSeries is not { } folder)
        {
            await run.LineAsync($"detector: skipped, ../shared/vectors/farrington/noufaily is absent");
            return 0;
        }

        string[][] meta = Rows(folder, "noufaily_meta.csv.gz");
        // Quick: the first ten of the fifty replicates of each scenario.
        HashSet<string> chosen =
        [
            .. meta.Where(m => !run.IsQuick || int.Parse(m[2], CultureInfo.InvariantCulture) <= 10).Select(m => m[0]),
        ];
        var counts = Rows(folder, "noufaily_series.csv.gz")
            .Where(r => chosen.Contains(r[0]))
            .ToDictionary(
                r => (r[0], r[1]),
                r => r.Skip(2).Select(c => c == "NA" ? double.NaN : double.Parse(c, CultureInfo.InvariantCulture)).ToArray()
            );
        Tested[] quiet = Test(Rows(folder, "noufaily_ref_noncurrent.csv.gz"), "noncurrent", chosen, counts);
        Tested[] outbreak = Test(Rows(folder, "noufaily_ref_outbreak.csv.gz"), "observed", chosen, counts);
        Dictionary<string, string> scenarioOf = meta.ToDictionary(m => m[0], m => m[1], StringComparer.Ordinal);
        ILookup<string, Tested> byId = outbreak.ToLookup(t => t.Id, StringComparer.Ordinal);
        string[] all = [.. meta.Where(m => chosen.Contains(m[0]) && m[7] != "0").Select(m => m[0])],
            large =

            [
                .. meta.Where(m => chosen.Contains(m[0]) && m[7] != "0" && int.Parse(m[4], CultureInfo.InvariantCulture) >= 5)
                    .Select(m => m[0]),
            ];

        double ours = Share(quiet, t => t.Ours),
            theirs = Share(quiet, t => t.Theirs);
        double worst = quiet.GroupBy(t => scenarioOf[t.Id]).Max(g => Share([.. g], t => t.Ours));
        double found = Share(all, i => byId[i].Any(t => t.Ours)),
            foundByR = Share(all, i => byId[i].Any(t => t.Theirs));
        double foundLarge = Share(large, i => byId[i].Any(t => t.Ours)),
            foundLargeByR = Share(large, i => byId[i].Any(t => t.Theirs));
        await run.LineAsync(
            $"detector: {chosen.Count} series of {scenarioOf.Values.Distinct().Count()} "
                + $"scenarios{(run.IsQuick ? " (--quick: 10 of 50 replicates)" : "")}, alpha {Alpha}, without gate; R = surveillance "
                + $"1.20.3's kept answers on the same weeks"
        );
        await run.FigureAsync(
            $"false alarms: {ours:0.00000} of {quiet.Length} weeks; R {theirs:0.00000}",
            $"0.0055 at most",
            ours <= 0.0055
        );
        // 490 weeks a scenario are too few to judge a rate of one in two hundred.
        if (run.IsQuick)
            await run.LineAsync($"false alarms in the worst scenario: {worst:0.00000} (not judged with --quick)");
        else
            await run.FigureAsync($"false alarms in the worst scenario: {worst:0.00000}", $"0.015 at most", worst <= 0.015);
        await run.FigureAsync($"outbreaks found: {found:0.000} of {all.Length}; R {foundByR:0.000}", $"as many as R", found >= foundByR);
        await run.FigureAsync(
            $"outbreaks found, size 5 or more: {foundLarge:0.000} of {large.Length}; R {foundLargeByR:0.000}",
            $"R + .01",
            foundLarge >= foundLargeByR + 0.01
        );
        await run.LineAsync(
            $"with the gate of 5 events in 4 weeks: false alarms {Share(quiet, t => t.Gated):0.00000}, outbreaks found "
                + $"{Share(all, i => byId[i].Any(t => t.Gated)):0.000}"
        );
        return 0;
    }

    private static Tested[] Test(
        string[][] reference,
        string kind,
        HashSet<string> chosen,
        Dictionary<(string Id, string Kind), double[]> counts
    )
    {
        var options = new FarringtonOptions { Alpha = Alpha };
        string[][] rows = [.. reference.Where(r => chosen.Contains(r[0]))];
        Dictionary<string, FarringtonBaseline> baselines = rows.Select(r => r[1])
            .Distinct()
            .ToDictionary(
                w => w,
                w => FarringtonBaseline.Find(int.Parse(w, CultureInfo.InvariantCulture) - 1, options)!,
                StringComparer.Ordinal
            );
        var tested = new Tested[rows.Length];
        Parallel.For(0, rows.Length, i =>
        {
            string[] row = rows[i];
            Outcome<PredictiveResult> outcome = PredictiveDetector.Test(counts[(row[0], kind)], baselines[row[1]], options);
            bool alarm = outcome.IsTestable && outcome.Value.PValue <= Alpha;
            tested[i] = new Tested(
                row[0],
                alarm,
                alarm && outcome.Value!.IsGateOpen,
                row[6] != "NA" && row[2] != "0" && double.Parse(row[6], CultureInfo.InvariantCulture) <= Alpha
            );
        });
        return tested;
    }

    private static double Share<T>(IReadOnlyCollection<T> all, Func<T, bool> holds) => all.Count(holds) / (double)all.Count;

    private static string[][] Rows(string folder, string name)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, name)), CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(','))];
    }

    private sealed record Tested(string Id, bool Ours, bool Gated, bool Theirs);
}
