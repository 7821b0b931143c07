using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>stl: season, trend and remainder by local regression.</summary>
internal static class StlVectors
{
    public static void Check(VectorFiles files)
    {
        var series = new SharedSeries(files);
        var expected = files.Table("stl/expected.csv");
        var answer = new TableAnswer(expected, "series", "s_window", "robust", "index", "freq", "inner", "outer", "x");
        var isOrientation = new bool[expected.Rows.Count];
        foreach (var (_, rows) in expected.Groups("series", "s_window", "robust"))
        {
            var name = expected.Text(rows[0], "series");
            var window = expected.Text(rows[0], "s_window");
            var isRobust = expected.Text(rows[0], "robust") == "TRUE";
            var values = series.All(name).Select(y => Math.Log(1 + y)).ToArray();
            var outcome = SeasonalDecomposition.Decompose(
                values,
                series.Frequency(name),
                window == "periodic" ? null : expected.Integer(rows[0], "s_window"),
                isRobust
            );
            foreach (var row in rows)
            {
                // For an even number of points the reference's median is another order statistic.
                isOrientation[row] = isRobust && values.Length % 2 == 0;
                if (outcome.IsTestable)
                {
                    Fill(answer, row, expected.Integer(row, "index") - 1, outcome.Value);
                }
            }
        }

        files.Compare(
            answer,
            [.. Columns().Select(c => new ComparedColumn(c.Name, c.Tolerance, row => isOrientation[row] ? null : c.Tolerance))]
        );
    }

    private static void Fill(TableAnswer answer, int row, int index, Decomposition parts)
    {
        answer.Set(row, "t_window", parts.TrendWindow);
        answer.Set(row, "l_window", parts.LowPassWindow);
        answer.Set(row, "seasonal", parts.Seasonal[index]);
        answer.Set(row, "trend", parts.Trend[index]);
        answer.Set(row, "remainder", parts.Remainder[index]);
        answer.Set(row, "weight", parts.Weights[index]);
    }

    private static IEnumerable<(string Name, Tolerance Tolerance)> Columns() =>
        [
            ("t_window", Tolerance.Exact),
            ("l_window", Tolerance.Exact),
            ("seasonal", Tolerance.Within(1e-8)),
            ("trend", Tolerance.Within(1e-8)),
            ("remainder", Tolerance.Within(1e-8)),
            ("weight", Tolerance.Within(1e-5)),
        ];
}
