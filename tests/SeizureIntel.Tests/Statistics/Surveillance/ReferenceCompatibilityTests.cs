using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Surveillance;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Surveillance;

/// <summary>Where the reference's answer differs from the house's, the compatible mode repeats it. Expected values: R 4.2.2, surveillance 1.20.3.</summary>
public sealed class ReferenceCompatibilityTests
{
    private static readonly FarringtonOptions Compatible = new() { RCompatible = true, GateEvents = 0 };

    [Fact]
    public void Days_of_the_prediction_run_from_the_first_reported_row()
    {
        var counts = Enumerable.Range(1, 300).Select(i => (double)((i * 7 % 11) + (i % 52 < 8 ? 3 : 0))).ToArray();
        var dates = Enumerable.Range(0, 300).Select(i => new DateOnly(2010, 1, 4).AddDays(7 * i)).ToArray();
        counts[27] = counts[28] = counts[29] = double.NaN;

        var result = FlexibleFarrington.Test(counts, 290, Compatible, dates).Value;

        // farringtonFlexible(b 5, w 3, noPeriods 10, past 26, reweight 2.58, nbPlugin, alpha .005) at week 291
        Assert.NotNull(result);
        Assert.Equal(4.6188732523411, result.Mean, 1e-7);
        Assert.Equal(1.9925606451155, result.Dispersion, 1e-7);
        Assert.Equal(-5.4964463669786e-05, result.Trend!.Value, 1e-9);
        Assert.Equal(0.86585490506189, result.PValue!.Value, 1e-7);
        Assert.Equal(15, result.Upper);
    }

    [Fact]
    public void A_baseline_that_misses_many_weeks_is_fitted_all_the_same()
    {
        var counts = Enumerable.Range(1, 300).Select(i => (double)(i * 7 % 11)).ToArray();
        Array.Fill(counts, double.NaN, 99, 91);
        var options = Compatible with { Years = 3, SeasonalLevels = 1, ExcludedPast = 3 };

        var result = FlexibleFarrington.Test(counts, 279, options).Value;

        // farringtonFlexible(b 3, w 3, noPeriods 1, past 3) at week 280
        Assert.NotNull(result);
        Assert.Equal(0.0111785951875727, result.Mean, 1e-8);
        Assert.Equal(3.2378526355853, result.Dispersion, 1e-6);
        Assert.Equal(-0.11326191186146, result.Trend!.Value, 1e-7);
        Assert.Contains(
            "more than 40 %",
            FlexibleFarrington.Test(counts, 279, options with { RCompatible = false }).Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_constant_series_keeps_its_trend_of_zero()
    {
        // farringtonFlexible on 320 weeks of 4: trend kept, mean 4
        var result = FlexibleFarrington.Test(Enumerable.Repeat(4.0, 320).ToArray(), 319, Compatible).Value;

        Assert.NotNull(result);
        Assert.True(result.HasTrend);
        Assert.Equal(4, result.Mean, 1e-9);
    }

    [Fact]
    public void The_search_for_a_decrease_may_miss_it_as_the_reference_does()
    {
        double[] counts = [0, 3, 1, 1, 0, 0, 0, 0];
        var means = Enumerable.Repeat(0.05, counts.Length).ToArray();
        var options = new MonitorOptions
        {
            Dispersion = 0.1,
            LogRatio = null,
            Direction = MonitorDirection.Decrease,
            RCompatible = true,
        };

        // glrnb(mu0 .05, alpha .1, theta NULL, dir dec, M -1, Mtilde 1); at the seventh point Newton's step runs off
        double[] expected = [0.04987541465448, 0, 0, 0, 0.04987541511039, 0.099750830220735, 0, 0.199501660441559];
        var points = ChangeMonitor.Run(counts, means, options);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], points[i].Statistic, 1e-10);
        }

        // Three weeks without events: 3/.1 ln(1 + .1 x .05), which the house's chart finds
        Assert.Equal(30 * Math.Log(1.005), ChangeMonitor.Run(counts, means, options with { RCompatible = false })[6].Statistic, 1e-6);
    }
}
