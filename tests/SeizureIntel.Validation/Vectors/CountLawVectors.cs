using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>count_law: tails and quantiles of counts.</summary>
internal static class CountLawVectors
{
    private static readonly (string Column, double Level)[] Quantiles = [("q025", 0.025), ("q50", 0.5), ("q975", 0.975), ("q995", 0.995)];

    public static void Check(VectorFiles files)
    {
        files.Attempt("count_law/expected.csv", () => CheckLaws(files));
        files.Attempt("count_law/trimmed.csv", () => CheckTrimmed(files));
    }

    private static void CheckTrimmed(VectorFiles files)
    {
        var expected = files.Table("count_law/trimmed.csv");
        var answer = new TableAnswer(expected, "degrees", "kept");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            answer.Set(row, "mean", SiblingLaws.TrimmedMean(expected.Number(row, "degrees"), expected.Number(row, "kept")));
        }

        files.Compare(answer, new ComparedColumn("mean", Tolerance.Plain(1e-8)));
    }

    private static void CheckLaws(VectorFiles files)
    {
        var expected = files.Table("count_law/expected.csv");
        var answer = new TableAnswer(expected, "case", "mean", "phi", "y");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var law = CountDistribution.WithDispersion(expected.Number(row, "mean"), expected.Number(row, "phi"));
            var count = expected.Number(row, "y");
            answer.Set(row, "density", law.Density(count));
            answer.Set(row, "upper", law.UpperTail(count));
            answer.Set(row, "lower", law.Cumulative(count));
            answer.Set(row, "mid_upper", law.MidUpperTail(count));
            answer.Set(row, "mid_lower", law.MidLowerTail(count));
            foreach (var (column, level) in Quantiles)
            {
                answer.Set(row, column, law.Quantile(level));
            }
        }

        files.Compare(
            answer,
            new("density", Tolerance.Tight),
            new("upper", Tolerance.Tight),
            new("lower", Tolerance.Tight),
            new("mid_upper", Tolerance.Tight),
            new("mid_lower", Tolerance.Tight),
            new("q025", Tolerance.Exact),
            new("q50", Tolerance.Exact),
            new("q975", Tolerance.Exact),
            new("q995", Tolerance.Exact)
        );
    }
}
