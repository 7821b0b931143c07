using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Analytics.Statistics.Surveillance;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Surveillance;

public sealed class DetectorTests
{
    private static readonly FarringtonOptions Weekly = new();

    [Fact]
    public void A_constant_series_has_its_level_as_mean_and_a_Poisson_bound()
    {
        var counts = Enumerable.Repeat(10.0, 320).ToArray();

        var result = FlexibleFarrington.Test(counts, 319, Weekly).Value;

        Assert.NotNull(result);
        Assert.Equal(10, result.Mean, 1e-6);
        Assert.Equal(1, result.Dispersion);

        // Poisson(10): P(X <= 18) = .9928, P(X <= 19) = .9965 (any table)
        Assert.Equal(19, result.Upper);
        Assert.False(result.IsAlarm);
    }

    [Fact]
    public void A_burst_alarms_and_the_past_half_year_does_not_hide_it()
    {
        var counts = Enumerable.Repeat(10.0, 320).ToArray();
        Array.Fill(counts, 25, 310, 10);

        var result = FlexibleFarrington.Test(counts, 319, Weekly).Value;

        Assert.NotNull(result);
        Assert.True(result.IsAlarm);
        Assert.True(result.PValue < 1e-4);
    }

    [Fact]
    public void A_series_without_events_is_not_testable() =>
        Assert.Contains("no or too few events", FlexibleFarrington.Test(new double[320], 319, Weekly).Reason, StringComparison.Ordinal);

    [Fact]
    public void Less_history_than_asked_for_is_not_testable() =>
        Assert.Contains("shorter than 5 years", FlexibleFarrington.Test(new double[200], 199, Weekly).Reason, StringComparison.Ordinal);

    [Fact]
    public void The_predictive_test_uses_the_years_that_are_there()
    {
        var counts = Enumerable.Repeat(10.0, 200).ToArray();

        var result = PredictiveDetector.Test(counts, 199, Weekly).Value;

        Assert.NotNull(result);
        Assert.Equal(10, result.Mean, 1e-6);
        Assert.Equal(20, result.CountTwoPeriods);
    }

    [Fact]
    public void A_week_that_was_not_reported_is_not_tested()
    {
        var counts = Enumerable.Repeat(10.0, 320).ToArray();
        counts[319] = double.NaN;

        Assert.Equal("the period was not reported", PredictiveDetector.Test(counts, 319, Weekly).Reason);
        Assert.Null(FlexibleFarrington.Test(counts, 319, Weekly).Value?.PValue);
        Assert.Equal("the week was not reported", SparseDetector.Test(counts, 319, new GammaRatePrior(0.5, 25), 1).Reason);
    }

    [Fact]
    public void A_negative_count_is_refused()
    {
        var counts = Enumerable.Repeat(10.0, 320).ToArray();
        counts[200] = -1;

        Assert.Throws<ArgumentException>(() => FlexibleFarrington.Test(counts, 319, Weekly));
    }

    [Fact]
    public void Five_seizures_in_a_quiet_month_are_unusual()
    {
        var counts = new double[320];
        counts[40] = counts[120] = counts[200] = 1;
        counts[316] = counts[317] = counts[318] = 1;
        counts[319] = 2;

        var result = SparseDetector.Test(counts, 319, new GammaRatePrior(0.5, 25), 1.3).Value;

        Assert.NotNull(result);
        Assert.True(result.IsGateOpen);
        Assert.Equal(5, result.Windows[1].Count);

        // (a + x0) / (b + e0) x 4: weeks 60 to 306 are 247 and hold 2 events, week 40 is too old
        Assert.Equal((0.5 + 2) / (25 + 247) * 4, result.Windows[1].Expected, 1e-14);
        Assert.True(result.PValue < 0.005);
    }

    [Fact]
    public void A_monitor_adds_log_likelihood_ratios_and_starts_anew_after_an_alarm()
    {
        var options = new MonitorOptions { Threshold = 1.1 };

        var points = ChangeMonitor.Run([3, 2, 0], [1, 1, 1], options);

        // ln 2 x 3 - 1 = 1.0794; + ln 2 x 2 - 1 = 1.4657, an alarm; then max(0, -1) = 0
        Assert.Equal((3 * Math.Log(2)) - 1, points[0].Statistic, 1e-14);
        Assert.Equal((5 * Math.Log(2)) - 2, points[1].Statistic, 1e-14);
        Assert.True(points[1].IsAlarm);
        Assert.Equal(0, points[2].Statistic);
    }

    [Fact]
    public void The_simulated_threshold_keeps_the_wanted_chance_of_false_alarms()
    {
        // Published for this chart by 20,000 runs: 4.4 at mean 1, dispersion .05 to .3, 52 weeks, 5 %.
        var threshold = ChangeMonitor.SimulateThreshold(1, new MonitorOptions { Dispersion = 0.2 }, 0.05, 52, 4000, seed: 7);

        Assert.InRange(threshold, 4.1, 4.7);
    }
}
