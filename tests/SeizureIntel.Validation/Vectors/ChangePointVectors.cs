using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Trends;
using SeizureIntel.Validation.Methods.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>changepoint: the house's quasi-Poisson partitioning and the reference methods.</summary>
internal static class ChangePointVectors
{
    private static readonly Tolerance Closed = Tolerance.Plain(1e-9);

    public static void Check(VectorFiles files)
    {
        var series = files.Table("changepoint/series.csv").SeriesBy("case", "y");
        files.Attempt("changepoint/expected.csv", () => CheckMethods(files, series));
        files.Attempt("changepoint/exact_expected.csv", () => CheckExact(files, series));
        files.Attempt("changepoint/quasi_optimal_expected.csv", () => CheckQuasi(files, series));
    }

    private static void CheckMethods(VectorFiles files, Dictionary<string, double[]> series)
    {
        var expected = files.Table("changepoint/expected.csv");
        var exact = files.Table("changepoint/exact_expected.csv");
        var differing = Enumerable
            .Range(0, exact.Rows.Count)
            .Where(i => exact.Text(i, "pelt_cpts") != exact.Text(i, "exact_cpts"))
            .Select(i => (exact.Text(i, "case"), exact.Text(i, "penalty"), exact.Text(i, "minseglen")))
            .ToHashSet();
        var answer = new TableAnswer(expected, "case", "n", "cost", "method", "penalty", "pen_value", "minseglen");
        var isOrientation = new bool[expected.Rows.Count];
        var rates = expected.Texts("lambda");
        var comparison = new Comparison(expected.Name);
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var counts = series[expected.Text(row, "case")];
            var penalty = expected.Text(row, "penalty");
            var method = expected.Text(row, "method");
            if (method.StartsWith("BaiPerron", StringComparison.Ordinal))
            {
                answer.Set(row, "cpts", Join(BaiPerron.Find(counts)));
                answer.Set(row, "lambda", "");
            }
            else
            {
                var shortest = expected.Integer(row, "minseglen");
                var value = expected.Number(row, "pen_value");
                var segments = method switch
                {
                    "PELT" => PoissonChangePoints.Optimal(counts, value, shortest, penalty == "MBIC"),
                    "BinSeg" => PoissonChangePoints.Binary(counts, value, shortest, penalty == "MBIC"),
                    _ => throw new VectorFormatException($"changepoint/expected.csv, data row {row + 1}: unknown method '{method}'."),
                };
                answer.Set(row, "cpts", Join(segments.Changes));
                answer.Set(row, "lambda", string.Join(';', segments.Rates.Select(CsvTable.Format)));
                isOrientation[row] =
                    method == "PELT"
                    && penalty == "MBIC"
                    && differing.Contains((expected.Text(row, "case"), penalty, expected.Text(row, "minseglen")));
            }
        }

        var ours = answer.ToTable();
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            if (isOrientation[row])
            {
                continue;
            }

            comparison.Same(ours.Text(row, "cpts"), expected.Text(row, "cpts"), $"cpts, data row {row + 1}");
            CompareRates(comparison, ours.Text(row, "lambda"), rates[row], $"lambda, data row {row + 1}");
        }

        files.Finish(ours, comparison);
    }

    private static void CompareRates(Comparison comparison, string ours, string reference, string place)
    {
        var mine = ours.Split(';');
        var theirs = reference.Split(';');
        if (mine.Length != theirs.Length)
        {
            comparison.Same(ours, reference, place);
            return;
        }

        for (var i = 0; i < mine.Length; i++)
        {
            comparison.Cell(mine[i], theirs[i], Closed, place);
        }
    }

    private static void CheckExact(VectorFiles files, Dictionary<string, double[]> series)
    {
        var expected = files.Table("changepoint/exact_expected.csv");
        var answer = new TableAnswer(expected, "case", "penalty", "minseglen", "pen_value", "pelt_cpts");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var segments = PoissonChangePoints.Optimal(
                series[expected.Text(row, "case")],
                expected.Number(row, "pen_value"),
                expected.Integer(row, "minseglen"),
                expected.Text(row, "penalty") == "MBIC"
            );
            answer.Set(row, "exact_cpts", Join(segments.Changes));
            answer.Set(row, "objective", segments.Objective);
        }

        Finish(files, answer, "exact_cpts", ["objective"]);
    }

    private static void CheckQuasi(VectorFiles files, Dictionary<string, double[]> series)
    {
        var expected = files.Table("changepoint/quasi_optimal_expected.csv");
        var answer = new TableAnswer(expected, "case", "n", "penalty_rule", "minseglen");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var factor = double.Parse(expected.Text(row, "penalty_rule").Split(' ')[0], CultureInfo.InvariantCulture);
            var counts = series[expected.Text(row, "case")];
            var outcome = ChangePoints.Find(counts, default, expected.Integer(row, "minseglen"), factor);
            if (outcome.IsTestable)
            {
                answer.Set(row, "phi_local_median", outcome.Value.Dispersion);
                answer.Set(row, "penalty", outcome.Value.Penalty);
                answer.Set(row, "cpts", Join(outcome.Value.Changes));
                answer.Set(row, "objective", outcome.Value.Objective);
            }
            else if (counts.Sum() == 0)
            {
                // A series without events is no finding of the house, but has a best cut: none, at no cost.
                answer.Set(row, "phi_local_median", ChangePoints.LocalDispersion(counts));
                answer.Set(row, "penalty", factor * Math.Log(counts.Length));
                answer.Set(row, "cpts", "");
                answer.Set(row, "objective", 0);
            }
        }

        Finish(files, answer, "cpts", ["phi_local_median", "penalty", "objective"]);
    }

    // Sets of changes are texts: a single change must not be read as a number that may differ a little.
    private static void Finish(VectorFiles files, TableAnswer answer, string changes, string[] numbers)
    {
        var ours = answer.ToTable();
        var comparison = new Comparison(ours.Name);
        for (var row = 0; row < ours.Rows.Count; row++)
        {
            comparison.Same(ours.Text(row, changes), answer.Reference.Text(row, changes), $"{changes}, data row {row + 1}");
            foreach (var column in numbers)
            {
                comparison.Cell(ours.Text(row, column), answer.Reference.Text(row, column), Closed, $"{column}, data row {row + 1}");
            }
        }

        files.Finish(ours, comparison);
    }

    private static string Join(IEnumerable<int> changes) => string.Join(';', changes.Select(c => c.ToString(CultureInfo.InvariantCulture)));
}
