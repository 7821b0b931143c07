using System.Linq;
using SeizureIntel.Analytics.Statistics.Associations;

namespace SeizureIntel.Validation.Vectors;

/// <summary>strata: the odds ratio within reporters, and the interval of a lift.</summary>
internal static class StrataVectors
{
    // The reference takes its gradient by differences.
    private static readonly Tolerance Differences = Tolerance.Plain(1e-6);

    public static void Check(VectorFiles files)
    {
        files.Attempt("strata/expected.csv", () => CheckOdds(files));
        files.Attempt("strata/lifts.csv", () => CheckLifts(files));
    }

    private static void CheckOdds(VectorFiles files)
    {
        var tables = files.Table("strata/tables.csv");
        var expected = files.Table("strata/expected.csv");
        var answer = new TableAnswer(expected, "case");
        var byCase = tables.Groups("case").ToDictionary(g => g.Key, g => g.Value);
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var ratio = MantelHaenszel.OddsRatio(
                byCase[expected.Text(row, "case")]
                    .Select(r => new StratumTable(
                        tables.Integer(r, "both"),
                        tables.Integer(r, "first"),
                        tables.Integer(r, "second"),
                        tables.Integer(r, "records")
                    ))
            );
            answer.Set(row, "odds_ratio", ratio ?? double.NaN);
        }

        files.Compare(answer, new ComparedColumn("odds_ratio", Tolerance.Tight));
    }

    private static void CheckLifts(VectorFiles files)
    {
        var expected = files.Table("strata/lifts.csv");
        var answer = new TableAnswer(expected, "case", "both", "first", "second", "records");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var (lift, low, high) = LiftInterval.Of(
                expected.Integer(row, "both"),
                expected.Integer(row, "first"),
                expected.Integer(row, "second"),
                expected.Integer(row, "records")
            );
            answer.Set(row, "lift", lift);
            answer.Set(row, "low", low);
            answer.Set(row, "high", high);
        }

        files.Compare(answer, new("lift", Tolerance.Tight), new("low", Differences), new("high", Differences));
    }
}
