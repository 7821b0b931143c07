using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Surveillance;

namespace SeizureIntel.Validation.Vectors;

/// <summary>cusum_glr: likelihood-ratio charts for a given and for an unknown change.</summary>
internal static class CusumVectors
{
    private const double Threshold = 4;

    public static void Check(VectorFiles files)
    {
        var expected = files.Table("cusum_glr/expected.csv");
        var answer = new TableAnswer(expected, "case", "chart", "alpha", "theta", "M", "dir", "cARL", "index", "observed", "mu0");
        var statistics = expected.Numbers("stat");
        var isIterative = new bool[expected.Rows.Count];
        foreach (var (_, rows) in expected.Groups("case", "chart", "alpha", "theta", "M", "dir"))
        {
            var first = rows[0];
            var theta = expected.Number(first, "theta");
            var window = expected.Integer(first, "M");
            var options = new MonitorOptions
            {
                Dispersion = expected.Number(first, "alpha"),
                LogRatio = double.IsNaN(theta) ? null : theta,
                Window = window < 0 ? null : window,
                Threshold = expected.Number(first, "cARL"),
                Direction = expected.Text(first, "dir") == "dec" ? MonitorDirection.Decrease : MonitorDirection.Increase,
                RCompatible = true,
            };
            var ordered = rows.OrderBy(r => expected.Integer(r, "index")).ToList();
            var points = ChangeMonitor.Run(
                ordered.Select(r => expected.Number(r, "observed")).ToArray(),
                ordered.Select(r => expected.Number(r, "mu0")).ToArray(),
                options
            );
            for (var i = 0; i < ordered.Count; i++)
            {
                answer.Set(ordered[i], "stat", points[i].Statistic);
                answer.Set(ordered[i], "alarm", points[i].IsAlarm);
                isIterative[ordered[i]] = options.LogRatio is null && options.Dispersion > 0;
            }
        }

        files.Compare(
            answer,
            new("stat", Tolerance.Plain(1e-9), row => isIterative[row] ? Tolerance.Within(1e-5) : Tolerance.Plain(1e-9)),
            new("alarm", Tolerance.Exact, row => Math.Abs(statistics[row] - Threshold) < 1e-4 ? null : Tolerance.Exact)
        );
    }
}
