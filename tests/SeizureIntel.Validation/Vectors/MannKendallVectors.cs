using SeizureIntel.Analytics.Statistics.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>mann_kendall: trend, Sen's slope, Pettitt's shift, and the seasonal test.</summary>
internal static class MannKendallVectors
{
    private static readonly Tolerance Closed = Tolerance.Plain(1e-9);

    public static void Check(VectorFiles files)
    {
        files.Attempt("mann_kendall/expected.csv", () => CheckPlain(files));
        files.Attempt("mann_kendall/seasonal_expected.csv", () => CheckSeasonal(files));
    }

    private static void CheckPlain(VectorFiles files)
    {
        var series = files.Table("mann_kendall/series.csv").SeriesBy("case", "y");
        var expected = files.Table("mann_kendall/expected.csv");
        var answer = new TableAnswer(expected, "case", "n");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var values = series[expected.Text(row, "case")];
            if (MannKendall.Test(values).Value is { } trend)
            {
                answer.Set(row, "S", trend.Score);
                answer.Set(row, "varS", trend.Variance);
                answer.Set(row, "tau", trend.Tau);
                answer.Set(row, "z", trend.Z);
                answer.Set(row, "p_two_sided", trend.PValue);
                answer.Set(row, "p_Kendall_pkg", trend.PValue);
                answer.Set(row, "sen_slope", trend.Slope);
                answer.Set(row, "sen_lo95", trend.SlopeLow);
                answer.Set(row, "sen_hi95", trend.SlopeHigh);
            }

            if (MannKendall.Pettitt(values).Value is { } shift)
            {
                answer.Set(row, "pettitt_K", shift.Statistic);
                answer.Set(row, "pettitt_at", shift.At);
                answer.Set(row, "pettitt_p", shift.PValue);
            }
        }

        files.Compare(
            answer,
            new("S", Tolerance.Exact),
            new("varS", new Tolerance(1e-12, 0)),
            new("tau", Closed),
            new("z", Closed),
            new("p_two_sided", Closed),
            new("p_Kendall_pkg", Tolerance.Within(1e-6)),
            new("sen_slope", Closed),
            new("sen_lo95", Closed),
            new("sen_hi95", Closed),
            new("pettitt_K", Closed),
            new("pettitt_at", Tolerance.Exact),
            new("pettitt_p", Closed)
        );
    }

    private static void CheckSeasonal(VectorFiles files)
    {
        const int months = 12;
        var series = files.Table("mann_kendall/seasonal_series.csv").SeriesBy("case", "y");
        var expected = files.Table("mann_kendall/seasonal_expected.csv");
        var answer = new TableAnswer(expected, "case", "n");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            if (MannKendall.SeasonalTest(series[expected.Text(row, "case")], months, fewestYears: 1).Value is { } trend)
            {
                answer.Set(row, "S", trend.Score);
                answer.Set(row, "varS", trend.Variance);
                answer.Set(row, "z", trend.Z);
                answer.Set(row, "p", trend.PValue);
                answer.Set(row, "seasonal_sen", trend.Slope);
            }
        }

        files.Compare(
            answer,
            new("S", Tolerance.Exact),
            new("varS", new Tolerance(1e-12, 0)),
            new("z", Closed),
            new("p", Closed),
            new("seasonal_sen", Closed)
        );
    }
}
