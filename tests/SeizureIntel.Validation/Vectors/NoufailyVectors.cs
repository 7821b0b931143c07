using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Surveillance;

namespace SeizureIntel.Validation.Vectors;

/// <summary>farrington/noufaily: simulated series with known outbreaks, and the rates that follow.</summary>
internal static class NoufailyVectors
{
    private const string Folder = "farrington/noufaily/";
    private const double Alpha = 0.005;

    private static readonly FarringtonOptions Options = new()
    {
        RCompatible = true,
        Alpha = Alpha,
        GateEvents = 0,
    };

    public static void Check(VectorFiles files)
    {
        var series = files.Table(Folder + "noufaily_series.csv");
        var meta = files.Table(Folder + "noufaily_meta.csv");
        var counts = new Dictionary<(string Id, string Kind), double[]>();
        var first = series.Position("w1");
        foreach (var row in series.Rows)
        {
            counts[(row[series.Position("id")], row[series.Position("kind")])] =
            [
                .. row.Skip(first)
                    .Select(cell =>
                        CsvTable.TryParse(cell, out var value)
                            ? value
                            : throw new VectorFormatException($"{series.Name}: found '{cell}', expected a count.")
                    ),
            ];
        }

        var noncurrent = Run(files, "noufaily_ref_noncurrent.csv", "noncurrent", counts);
        var outbreak = Run(files, "noufaily_ref_outbreak.csv", "observed", counts);
        CheckSummary(files, meta, counts, noncurrent, outbreak);
    }

    private static List<Tested> Run(VectorFiles files, string file, string kind, Dictionary<(string Id, string Kind), double[]> counts)
    {
        var expected = files.Table(Folder + file);
        var answer = new TableAnswer(expected, "id", "week", "y");
        var results = new FarringtonResult?[expected.Rows.Count];
        var ids = expected.Texts("id");
        var weeks = expected.Numbers("week");
        var baselines = weeks.Distinct().ToDictionary(w => w, w => FarringtonBaseline.Find((int)w - 1, Options));
        Parallel.For(0, results.Length, row =>
        {
            results[row] = baselines[weeks[row]] is { } baseline
                ? FlexibleFarrington.Test(counts[(ids[row], kind)], baseline, Options).Value
                : null;
        });
        var tested = new List<Tested>();
        for (var row = 0; row < results.Length; row++)
        {
            if (results[row] is { } result)
            {
                answer.Set(row, "mu0", result.Mean);
                answer.Set(row, "phi", result.Dispersion);
                answer.Set(row, "upper", result.Upper ?? double.NaN);
                answer.Set(row, "p", result.PValue ?? double.NaN);
                answer.Set(row, "trend", result.HasTrend);
                answer.Set(row, "alarm", result.IsAlarm);
            }

            tested.Add(new Tested(ids[row], (int)weeks[row], results[row]?.PValue ?? 1, counts[(ids[row], kind)]));
        }

        var p = expected.Numbers("p");
        files.Compare(
            answer,
            new("mu0", Tolerance.Iter),
            new("phi", Tolerance.Iter),
            new("upper", Tolerance.Exact),
            new("p", Tolerance.Within(1e-6)),
            new("trend", Tolerance.Exact),
            new("alarm", Tolerance.Exact, row => Math.Abs(p[row] - Alpha) < 1e-7 ? null : Tolerance.Exact)
        );
        return tested;
    }

    private static void CheckSummary(
        VectorFiles files,
        CsvTable meta,
        Dictionary<(string Id, string Kind), double[]> counts,
        List<Tested> noncurrent,
        List<Tested> outbreak
    )
    {
        var expected = files.Table(Folder + "noufaily_summary.csv");
        var answer = new TableAnswer(expected, "scenario");
        var quiet = noncurrent.ToLookup(t => t.Id, StringComparer.Ordinal);
        var alarmed = outbreak.ToLookup(t => t.Id, StringComparer.Ordinal);
        var members = meta.Groups("scenario").ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var own = members[expected.Text(row, "scenario")];
            var points = own.SelectMany(i => quiet[meta.Text(i, "id")]).ToList();
            var outbreaks = own.Where(i => meta.Number(i, "outbreak_size") > 0).ToList();
            var large = outbreaks.Where(i => meta.Number(i, "k") >= 5).ToList();
            answer.Set(row, "points", points.Count);
            answer.Set(row, "mean_y", Math.Round(points.Average(t => t.Count), 5));
            answer.Set(row, "fpr_a005", Share(points, t => t.IsBelow(0.005)));
            answer.Set(row, "fpr_a005_limit54", Share(points, t => t.IsBelow(0.005) && t.IsGateOpen));
            answer.Set(row, "fpr_a01", Share(points, t => t.IsBelow(0.01)));
            answer.Set(row, "fpr_a05", Share(points, t => t.IsBelow(0.05)));
            answer.Set(row, "outbreaks", outbreaks.Count);
            answer.Set(row, "pod_a005", Detected(outbreaks, t => t.IsBelow(0.005)));
            answer.Set(row, "pod_a01", Detected(outbreaks, t => t.IsBelow(0.01)));
            answer.Set(row, "pod_a05", Detected(outbreaks, t => t.IsBelow(0.05)));
            answer.Set(row, "pod_a005_limit54", Detected(outbreaks, t => t.IsBelow(0.005) && t.IsGateOpen));
            answer.Set(row, "pod_a005_k5plus", Detected(large, t => t.IsBelow(0.005)));
        }

        double Detected(List<int> rows, Func<Tested, bool> alarm) => Share(rows, i => alarmed[meta.Text(i, "id")].Any(alarm));
        var fiveDecimals = Tolerance.Within(1.1e-5);
        files.Compare(
            answer,
            [.. expected.Columns.Skip(1).Select(c => new ComparedColumn(c, c is "points" or "outbreaks" ? Tolerance.Exact : fiveDecimals))]
        );
    }

    private static double Share<T>(List<T> all, Func<T, bool> holds) =>
        all.Count == 0 ? double.NaN : Math.Round(all.Count(holds) / (double)all.Count, 5);

    private sealed record Tested(string Id, int Week, double PValue, double[] Counts)
    {
        public double Count => Counts[Week - 1];

        public bool IsGateOpen => Counts[Week - 1] + Counts[Week - 2] + Counts[Week - 3] + Counts[Week - 4] >= 5;

        public bool IsBelow(double alpha) => PValue <= alpha && Count > 0;
    }
}
