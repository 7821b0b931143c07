using SeizureIntel.Analytics.Statistics.Surveillance;

namespace SeizureIntel.Validation.Vectors;

/// <summary>ears: C1, C2 and C3.</summary>
internal static class EarsVectors
{
    public static void Check(VectorFiles files)
    {
        var counts = files.Table("ts_common/series.csv").SeriesBy("series", "y");
        var expected = files.Table("ears/expected.csv");
        var answer = new TableAnswer(expected, "series", "method", "baseline", "minSigma", "alpha", "index", "observed");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var method = expected.Text(row, "method") switch
            {
                "C1" => EarsMethod.C1,
                "C2" => EarsMethod.C2,
                "C3" => EarsMethod.C3,
                var other => throw new VectorFormatException($"ears/expected.csv, data row {row + 1}: unknown method '{other}'."),
            };
            var point = Ears.Test(
                counts[expected.Text(row, "series")],
                expected.Integer(row, "index") - 1,
                method,
                expected.Integer(row, "baseline"),
                expected.Number(row, "alpha"),
                expected.Number(row, "minSigma")
            );
            answer.Set(row, "upper", point.Upper ?? double.NaN);
            answer.Set(
                row,
                "alarm",
                point.IsAlarm is { } alarm
                    ? alarm
                        ? 1
                        : 0
                    : double.NaN
            );
        }

        files.Compare(answer, new("upper", Tolerance.Tight), new("alarm", Tolerance.Exact));
    }
}
