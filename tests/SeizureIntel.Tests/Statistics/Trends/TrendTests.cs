using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Trends;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Trends;

public sealed class TrendTests
{
    [Fact]
    public void Five_rising_values_have_the_largest_score()
    {
        var trend = MannKendall.Test([1, 2, 3, 4, 5]).Value;

        // 10 pairs; variance 5 x 4 x 15 / 18; z = 9 / sqrt(16.67)
        Assert.NotNull(trend);
        Assert.Equal(10, trend.Score);
        Assert.Equal(300.0 / 18, trend.Variance, 1e-12);
        Assert.Equal(9 / Math.Sqrt(300.0 / 18), trend.Z, 1e-12);
        Assert.Equal(1, trend.Slope);
    }

    [Fact]
    public void Equal_values_have_no_trend()
    {
        var trend = MannKendall.Test([4, 4, 4, 4, 4, 4]).Value;

        Assert.NotNull(trend);
        Assert.Equal(1, trend.PValue);
        Assert.Equal(0, trend.Slope);
        Assert.Equal(0, trend.Tau);
    }

    [Fact]
    public void The_seasonal_test_does_not_mistake_a_season_for_a_trend()
    {
        double[] year = [1, 5, 9, 2];
        var values = Enumerable.Range(0, 16).Select(i => year[i % 4] + (i / 4)).ToArray();

        var trend = MannKendall.SeasonalTest(values, 4).Value;

        // 4 seasons x 6 pairs of years, all rising by 1 a year
        Assert.NotNull(trend);
        Assert.Equal(24, trend.Score);
        Assert.Equal(1, trend.Slope);
    }

    [Fact]
    public void Pettitt_finds_the_shift()
    {
        var shift = MannKendall.Pettitt([1, 1, 1, 9, 9, 9]).Value;

        // mid-ranks 2 and 5: |2 x 6 - 3 x 7| = 9 after the third value
        Assert.NotNull(shift);
        Assert.Equal(9, shift.Statistic);
        Assert.Equal(3, shift.At);
    }

    [Fact]
    public void A_tenfold_level_is_one_change_at_its_week()
    {
        var counts = Enumerable.Repeat(1.0, 26).Concat(Enumerable.Repeat(10.0, 26)).ToArray();

        var segments = ChangePoints.Find(counts).Value;

        Assert.NotNull(segments);
        Assert.Equal([26], segments.Changes);
        Assert.Equal([1, 10], segments.Rates);
    }

    [Fact]
    public void A_change_that_the_exposure_explains_is_none()
    {
        var counts = Enumerable.Repeat(1.0, 26).Concat(Enumerable.Repeat(10.0, 26)).ToArray();

        var segments = ChangePoints.Find(counts, counts).Value;

        Assert.NotNull(segments);
        Assert.Empty(segments.Changes);
    }

    [Fact]
    public void A_series_without_events_is_not_testable()
    {
        Assert.Equal("no event in any period", ChangePoints.Find(new double[60]).Reason);
        Assert.Equal("fewer than 20 events", SeasonalityTest.Test(new double[160], 52).Reason);
        Assert.Equal("no event in any period", PanelRegression.Trend([new("A", 1, 0, 10), new("A", 2, 0, 10)]).Reason);
        Assert.Equal("fewer than 12 periods with events", Displacement.Test(new double[20], new double[20], new double[20]).Reason);
    }

    [Fact]
    public void A_season_of_one_harmonic_shows_its_peak_and_size()
    {
        var counts = Enumerable.Range(1, 240).Select(i => 1000 * Math.Exp(0.5 * Math.Cos(2 * Math.PI * (i - 3) / 12))).ToArray();
        counts[5] += 1;

        var season = SeasonalityTest.Test(counts, 12).Value;

        // peak in the third month, exp(.5 + .5) from trough to peak
        Assert.NotNull(season);
        Assert.Equal(0.25, season.PeakPhase, 1e-4);
        Assert.Equal(Math.Exp(1), season.PeakToTrough, 1e-3);
        Assert.True(season.PValueOne < 1e-10);
    }

    [Fact]
    public void An_outlier_gets_no_weight_in_the_robust_decomposition()
    {
        double[] year = [0, 2, 5, 1];
        var values = Enumerable.Range(0, 41).Select(i => year[i % 4] + (0.1 * i) + (0.01 * Math.Sin(i * i))).ToArray();
        values[18] += 20;

        var parts = SeasonalDecomposition.Decompose(values, 4).Value;

        Assert.NotNull(parts);
        Assert.Equal(0, parts.Weights[18]);
        Assert.Equal(20, parts.Remainder[18], 0.2);
        Assert.Equal(5, parts.Seasonal[2] - parts.Seasonal[0], 0.2);
    }

    [Fact]
    public void The_share_of_a_route_steps_by_its_log_odds()
    {
        double[] first = [9, 11, 9, 11, 9, 11, 14, 16, 14, 16, 14, 16];
        var second = first.Select(a => 20 - a).ToArray();
        double[] after = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];

        var shift = Displacement.Test(first, second, after).Value;

        // shares 1/2 and 3/4: ln 3 - ln 1; the routes rank in opposite order
        Assert.NotNull(shift);
        Assert.Equal(Math.Log(3), shift.StepLogit, 1e-9);
        Assert.Equal(-1, shift.RankCorrelation, 1e-12);
        Assert.True(shift.DeviancePValue < 0.001);
    }

    [Fact]
    public void A_share_that_becomes_one_has_a_finite_deviance_test()
    {
        double[] first = [9, 11, 9, 11, 9, 11, 20, 20, 20, 20, 20, 20];
        var second = first.Select(a => 20 - a).ToArray();
        double[] after = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];

        var shift = Displacement.Test(first, second, after).Value;

        Assert.NotNull(shift);
        Assert.InRange(shift.DeviancePValue, 0, 1e-4);
        Assert.True(double.IsFinite(shift.StepPValue));
    }

    [Fact]
    public void A_short_share_is_tested_where_fewer_periods_are_asked_for()
    {
        double[] first = [3, 2, 4, 1, 5, 2, 2, 1, 1],
            second = [2, 1, 0, 1, 2, 4, 6, 3, 5],
            step = [0, 0, 0, 0, 0, 1, 1, 1, 1];

        var shift = Displacement.Test(first, second, step, fewestPeriods: 1).Value;

        // R 4.2.2: glm(cbind(first, second) ~ step, quasibinomial)
        Assert.NotNull(shift);
        Assert.Equal(-2.01490302054226, shift.StepLogit, 1e-9);
        Assert.Equal(0.43050153270912, shift.StepError, 1e-9);
        Assert.Equal(0.40682539682541, shift.Dispersion, 1e-9);
        Assert.Equal(0.0022598685838264, shift.StepPValue, 1e-9);
        Assert.Contains("fewer than 12", Displacement.Test(first, second, step).Reason, StringComparison.Ordinal);
    }
}
