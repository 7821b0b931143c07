using SeizureIntel.Analytics.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>level_change: the test and the size of a shift.</summary>
internal static class LevelChangeVectors
{
    public static void Check(VectorFiles files)
    {
        var expected = files.Table("level_change/expected.csv");
        var answer = new TableAnswer(expected, "case", "x0", "x1", "e0", "e1", "phi");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var change = new LevelChange
            {
                Before = expected.Number(row, "x0"),
                After = expected.Number(row, "x1"),
                ExposureBefore = expected.Number(row, "e0"),
                ExposureAfter = expected.Number(row, "e1"),
                Dispersion = expected.Number(row, "phi"),
            };
            var ratio = change.Ratio();
            answer.Set(row, "expected", change.Expected);
            answer.Set(row, "p", change.P);
            answer.Set(row, "median", ratio.Median);
            answer.Set(row, "low", ratio.Low);
            answer.Set(row, "high", ratio.High);
        }

        files.Compare(
            answer,
            new("expected", Tolerance.Tight),
            new("p", Tolerance.Iter),
            new("median", Tolerance.Iter),
            new("low", Tolerance.Iter),
            new("high", Tolerance.Iter)
        );
    }
}
