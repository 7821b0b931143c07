using SeizureIntel.Analytics.Statistics.Trends;

namespace SeizureIntel.Validation.Vectors;

/// <summary>seasonality: F tests of harmonics.</summary>
internal static class SeasonalityVectors
{
    // Two harmonics cannot be told apart with fewer periods a year.
    private const int LeastFrequency = 5;

    public static void Check(VectorFiles files)
    {
        var series = new SharedSeries(files);
        var expected = files.Table("seasonality/expected.csv");
        var answer = new TableAnswer(expected, "series", "freq");
        for (var row = 0; row < expected.Rows.Count; row++)
        {
            var name = expected.Text(row, "series");
            var counts = series.Training(name);
            answer.Set(row, "ntrain", counts.Length);
            var frequency = series.Frequency(name);
            if (frequency < LeastFrequency || SeasonalityTest.Test(counts, frequency, fewestEvents: 1).Value is not { } test)
            {
                continue;
            }

            answer.Set(row, "dev0", test.DevianceTrend);
            answer.Set(row, "dev1", test.DevianceOne);
            answer.Set(row, "dev2", test.DevianceTwo);
            answer.Set(row, "phi1", test.DispersionOne);
            answer.Set(row, "phi2", test.DispersionTwo);
            answer.Set(row, "F_h1", test.StatisticOne);
            answer.Set(row, "p_h1", test.PValueOne);
            answer.Set(row, "F_h2", test.StatisticTwo);
            answer.Set(row, "p_h2", test.PValueTwo);
            answer.Set(row, "amplitude_ratio", test.PeakToTrough);
            answer.Set(row, "peak_phase", test.PeakPhase);
            answer.Set(row, "trend_pct_per_year", test.TrendPercentPerYear);
            answer.Set(row, "trend_p", test.TrendPValue);
        }

        files.Compare(
            answer,
            new("ntrain", Tolerance.Exact),
            new("dev0", Tolerance.Iter),
            new("dev1", Tolerance.Iter),
            new("dev2", Tolerance.Iter),
            new("phi1", Tolerance.Iter),
            new("phi2", Tolerance.Iter),
            new("F_h1", Tolerance.Iter),
            new("p_h1", Tolerance.IterP),
            new("F_h2", Tolerance.Iter),
            new("p_h2", Tolerance.IterP),
            new("amplitude_ratio", Tolerance.Iter),
            new("peak_phase", Tolerance.Iter),
            new("trend_pct_per_year", Tolerance.Iter),
            new("trend_p", Tolerance.IterP)
        );
    }
}
