using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Analytics.Statistics.Surveillance;

namespace SeizureIntel.Validation.Vectors;

/// <summary>sparse: the gamma-Poisson prediction over 1, 4 and 13 weeks.</summary>
internal static class SparseVectors
{
    public static void Check(VectorFiles files)
    {
        var series = files.Table("sparse/series.csv");
        var counts = series.SeriesBy("series", "y");
        var exposure = series.SeriesBy("series", "exposure");
        var expected = files.Table("sparse/expected.csv");
        var answer = new TableAnswer(expected, "series", "index", "a", "b", "phi");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var name = expected.Text(row, "series");
            var prior = new GammaRatePrior(expected.Number(row, "a"), expected.Number(row, "b"));
            var outcome = SparseDetector.Test(
                counts[name],
                expected.Integer(row, "index") - 1,
                prior,
                expected.Number(row, "phi"),
                exposure[name]
            );
            if (!outcome.IsTestable)
            {
                continue;
            }

            var result = outcome.Value;
            answer.Set(row, "x0", result.PastCount);
            answer.Set(row, "e0", result.PastExposure);
            foreach (var window in result.Windows)
            {
                answer.Set(row, $"x1_w{window.Weeks}", window.Count);
                answer.Set(row, $"mu_w{window.Weeks}", window.Expected);
                answer.Set(row, $"p_w{window.Weeks}", window.MidP);
            }

            answer.Set(row, "p_min", result.PValue);
            answer.Set(row, "gate_x4_ge3", result.IsGateOpen);
        }

        files.Compare(
            answer,
            new("x0", Tolerance.Exact),
            new("e0", Tolerance.Tight),
            new("x1_w1", Tolerance.Exact),
            new("mu_w1", Tolerance.Tight),
            new("p_w1", Tolerance.Tight),
            new("x1_w4", Tolerance.Exact),
            new("mu_w4", Tolerance.Tight),
            new("p_w4", Tolerance.Tight),
            new("x1_w13", Tolerance.Exact),
            new("mu_w13", Tolerance.Tight),
            new("p_w13", Tolerance.Tight),
            new("p_min", Tolerance.Tight),
            new("gate_x4_ge3", Tolerance.Exact)
        );
    }
}
