using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Forecasting;
using SeizureIntel.Analytics.Statistics.Nowcasting;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Trends;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Series;

/// <summary>Methods that look at a series as a whole: its changes, season, trend and future.</summary>
internal static class ShapeMethods
{
    public static SeriesVerdict ChangePoint(GivenSeries series, SeriesSettings settings)
    {
        Segmentation found = Value(ChangePoints.Find(series.Counts, series.Exposure));
        var rows = new List<SeriesAnswerRow>();
        int segment = 0;
        for (int i = 0; i < series.Counts.Length; i++)
        {
            while (segment < found.Changes.Count && i >= found.Changes[segment])
                segment++;
            double exposure = series.Exposure.Length == 0 ? 1 : series.Exposure[i];
            rows.Add(AlarmMethods.Row(series, i) with { Expected = found.Rates[segment] * exposure, Alarm = found.Changes.Contains(i) });
        }

        string unit = series.Exposure.Length == 0 ? $"events a {series.StepWord}" : "events per unit of exposure";
        return new SeriesVerdict(rows)
        {
            Figures =
            [
                new("changes", found.Changes.Count, "changes"),
                .. found.Rates.Select(
                    (r, i) => new SeriesAnswerFigure("level", r, unit, series.Axis.Label(i == 0 ? 0 : found.Changes[i - 1]))
                ),
                new("dispersion", found.Dispersion, "variance over mean"),
                new("penalty", found.Penalty, "nats, doubled"),
            ],
            Notes = ["An alarm marks the first period of a new level; changes are found in retrospect and need 8 periods on both sides."],
        };
    }

    public static SeriesVerdict Decompose(GivenSeries series, SeriesSettings settings)
    {
        if (series.Missing > 0)
            throw TooShort($"{series.Missing} of {series.Counts.Length} {series.StepWord}s have no count, and stl needs them all");
        Fewest(series, 2);
        Decomposition parts = Value(
            SeasonalDecomposition.Decompose(series.Counts.Select(c => Math.Log(1 + c)).ToArray(), series.PeriodsPerYear)
        );
        return new SeriesVerdict([
            .. series.Counts.Select(
                (_, i) =>
                    AlarmMethods.Row(series, i) with
                    {
                        Expected = Math.Exp(parts.Trend[i] + parts.Seasonal[i]) - 1,
                        Parts = new Dictionary<string, double>
                        {
                            ["trend"] = parts.Trend[i],
                            ["seasonal"] = parts.Seasonal[i],
                            ["remainder"] = parts.Remainder[i],
                        },
                    }
            ),
        ])
        {
            Figures =
            [
                new("trend_window", parts.TrendWindow, series.StepWord + "s"),
                new("low_pass_window", parts.LowPassWindow, series.StepWord + "s"),
            ],
            Notes = ["Trend, season and remainder are of log(1 + count); for display, not a test."],
        };
    }

    public static SeriesVerdict Trend(GivenSeries series, SeriesSettings settings)
    {
        MonotoneTrend trend = Value(MannKendall.Test(series.Counts));
        var figures = new List<SeriesAnswerFigure>
        {
            new("tau", trend.Tau, "rank correlation"),
            new("score", trend.Score, "pairs"),
            new("z", trend.Z, "standard deviations"),
            new("p", trend.PValue, "probability"),
            new("slope", trend.Slope, $"events a {series.StepWord}"),
            new("slope_low", trend.SlopeLow, $"events a {series.StepWord}"),
            new("slope_high", trend.SlopeHigh, $"events a {series.StepWord}"),
        };
        if (
            series.PeriodsPerYear > 1
            && series.Counts.Length >= 3 * series.PeriodsPerYear
            && MannKendall.SeasonalTest(series.Counts, series.PeriodsPerYear) is { IsTestable: true } seasonal
        )
            figures.AddRange([
                new("seasonal_p", seasonal.Value.PValue, "probability"),
                new("seasonal_slope", seasonal.Value.Slope, "events a year"),
                new("seasonal_slope_low", seasonal.Value.SlopeLow, "events a year"),
                new("seasonal_slope_high", seasonal.Value.SlopeHigh, "events a year"),
            ]);
        if (series.Missing == 0 && MannKendall.Pettitt(series.Counts) is { IsTestable: true } shift)
            figures.Add(
                new("pettitt_p", shift.Value.PValue, "probability", series.Axis.Label(Math.Min(shift.Value.At, series.Counts.Length - 1)))
            );
        // Sen's line goes through the median of what its slope leaves.
        double[] left = [.. series.Counts.Select((c, i) => c - (trend.Slope * i)).Where(v => !double.IsNaN(v)).Order()];
        double start = (left[(left.Length - 1) / 2] + left[left.Length / 2]) / 2;
        return new SeriesVerdict([
            .. series.Counts.Select((_, i) => AlarmMethods.Row(series, i) with { Expected = start + (trend.Slope * i) }),
        ])
        {
            Figures = figures,
            Notes =
            [
                "Expected is Sen's line. The test takes periods as independent; sums by month or quarter come nearer to that than weeks.",
            ],
        };
    }

    public static SeriesVerdict Season(GivenSeries series, SeriesSettings settings)
    {
        Fewest(series, 5);
        Seasonality season = Value(SeasonalityTest.Test(series.Counts, series.PeriodsPerYear));
        int n = series.Counts.Length;
        return new SeriesVerdict([.. series.Counts.Select((_, i) => AlarmMethods.Row(series, i))])
        {
            Figures =
            [
                new("p_one_harmonic", season.PValueOne, "probability"),
                new("p_two_harmonics", season.PValueTwo, "probability"),
                new("peak_to_trough", season.PeakToTrough, "ratio"),
                new(
                    "peak",
                    season.PeakPhase,
                    "share of the year that ends with the last period",
                    series.Axis.Label((int)Math.Round(n - (series.PeriodsPerYear * (1 - season.PeakPhase))))
                ),
                new("dispersion", season.DispersionOne, "variance over mean"),
                new("trend", season.TrendPercentPerYear, "percent a year"),
                new("trend_p", season.TrendPValue, "probability"),
            ],
        };
    }

    public static SeriesVerdict Forecast(GivenSeries series, SeriesSettings settings)
    {
        Fewest(series, 2);
        int horizon = settings.Horizon ?? Math.Max(1, series.PeriodsPerYear / 4);
        IReadOnlyList<CountForecast> steps = Value(PooledForecast.Forecast(series.Counts, series.PeriodsPerYear, horizon));
        int n = series.Counts.Length;
        return new SeriesVerdict([
            .. series.Counts.Select((_, i) => AlarmMethods.Row(series, i)),
            .. steps.Select(
                (s, i) =>
                    new SeriesAnswerRow(
                        series.Axis.Label(n + i),
                        null,
                        s.Mean,
                        s.Quantile(0.025),
                        s.Quantile(0.975),
                        Parts: new Dictionary<string, double>
                        {
                            ["low_80"] = s.Quantile(0.1),
                            ["high_80"] = s.Quantile(0.9),
                            ["low_50"] = s.Quantile(0.25),
                            ["high_50"] = s.Quantile(0.75),
                        }
                    )
            ),
        ])
        {
            Figures = [new("horizon", horizon, series.StepWord + "s"), new("expected_total", steps.Sum(s => s.Mean), "events")],
            Notes = ["Low and high hold 95 % of what is expected; the 80 and 50 % intervals are in the JSON."],
        };
    }

    public static SeriesVerdict Nowcasting(GivenSeries series, SeriesSettings settings)
    {
        if (series.Triangle is not { } triangle)
            throw Fault.Usage(
                "no_delay_column",
                "A nowcast needs to know when events were reported: one row a period and delay.",
                "Add a column with the delay in periods (0, 1, 2 ...) and call it delay in the first row."
            );
        if (triangle.Count < triangle[0].Count)
            throw TooShort(
                $"it has {triangle.Count} {series.StepWord}s and delays up to {triangle[0].Count - 1}; the periods have to reach further than the delays"
            );
        ReportingDelay delay = Value(Nowcast.Delays(triangle));
        IReadOnlyList<NowcastPoint> points = Nowcast.Predict(delay, Nowcast.Prior(delay));
        return new SeriesVerdict([
            .. points.Select(
                (p, i) =>
                    new SeriesAnswerRow(
                        series.Axis.Label(i),
                        p.Observed,
                        p.Mean,
                        p.Quantile(0.025),
                        p.Quantile(0.975),
                        Parts: new Dictionary<string, double> { ["reported_share"] = p.ReportedShare }
                    )
            ),
        ])
        {
            Figures =
            [
                new("still_expected", points.Sum(p => p.Mean - p.Observed), "events"),
                new("not_publishable", points.Count(p => !p.IsPublishable), series.StepWord + "s"),
            ],
            Notes = ["Count is what is reported by now, expected the final count. A period and delay without a row count as 0."],
        };
    }

    /// <summary>A series that the method cannot answer for.</summary>
    public static Fault TooShort(string reason) =>
        Fault.Failed(
            "not_testable",
            $"The method has no answer for this series: {reason}.",
            "Give a longer series, or take another method."
        );

    private static T Value<T>(Outcome<T> outcome)
        where T : class => outcome.IsTestable ? outcome.Value : throw TooShort(outcome.Reason);

    private static void Fewest(GivenSeries series, int periods)
    {
        if (series.PeriodsPerYear < periods)
            throw Fault.Usage(
                "method_does_not_fit",
                $"This method needs {periods} periods a year or more; the series has {series.PeriodsPerYear}.",
                "Take mann-kendall, cusum or changepoints."
            );
    }
}
