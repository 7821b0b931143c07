using SeizureIntel.Analytics.Statistics.Rates;

namespace SeizureIntel.Validation.Vectors;

/// <summary>shares: intervals of a share and of a difference of shares.</summary>
internal static class ShareVectors
{
    public static void Check(VectorFiles files)
    {
        files.Attempt("shares/expected.csv", () =>
        {
            var expected = files.Table("shares/expected.csv");
            var answer = new TableAnswer(expected, "n", "of");
            for (var row = 0; row < expected.Rows.Count; row++)
            {
                var (_, low, high) = WilsonInterval.Of(expected.Integer(row, "n"), expected.Integer(row, "of"));
                answer.Set(row, "low", low);
                answer.Set(row, "high", high);
            }

            files.Compare(answer, new("low", Tolerance.Tight), new("high", Tolerance.Tight));
        });
        files.Attempt("shares/differences.csv", () =>
        {
            var expected = files.Table("shares/differences.csv");
            var answer = new TableAnswer(expected, "n", "of", "earlier_n", "earlier_of");
            for (var row = 0; row < expected.Rows.Count; row++)
            {
                var (_, low, high) = WilsonInterval.Difference(
                    (expected.Integer(row, "n"), expected.Integer(row, "of")),
                    (expected.Integer(row, "earlier_n"), expected.Integer(row, "earlier_of"))
                );
                answer.Set(row, "low", low);
                answer.Set(row, "high", high);
            }

            files.Compare(answer, new("low", Tolerance.Tight), new("high", Tolerance.Tight));
        });
    }
}
