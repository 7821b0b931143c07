using System.Linq;
using SeizureIntel.Analytics.Trends;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Trends;

public sealed class LevelChangeTests
{
    [Fact]
    public void Rates_before_and_after_are_compared_by_the_deviance()
    {
        // 10 in 10 weeks, then 20 in 10: pooled rate 1.5, D = 2 (10 ln(10/15) + 20 ln(20/15)) = 3.3980; twice the normal tail beyond sqrt(3.3980) =
        // 1.8434 is 0.0653.
        double[] counts = [.. Enumerable.Repeat(1.0, 10), .. Enumerable.Repeat(2.0, 10)],
            exposure = [.. Enumerable.Repeat(1.0, 20)];
        LevelChange change = LevelChange.Of(counts, exposure, 0, 10, 20, 1)!;

        Assert.Equal(10, change.Expected, 12);
        Assert.Equal(0.0653, change.P, 4);
    }

    [Fact]
    public void Over_dispersed_counts_are_not_surer_than_the_split_of_their_sum()
    {
        // None in 30 weeks, then 3 in 10; variance twice the mean. Given 3 in all their split is Polya's urn with 3 / 4 of a ball for after and 9 / 4
        // for before, a ball more each draw:
        // all after = (0.75 / 3) (1.75 / 4) (2.75 / 5) = 0.0601563, twice that 0.1203. The deviance 2 * 3 ln 4 / 2 = 4.1589 alone would say 0.0414.
        double[] counts = [.. Enumerable.Repeat(0.0, 30), 1, 0, 0, 1, 0, 0, 0, 1, 0, 0],
            exposure = [.. Enumerable.Repeat(1.0, 40)];
        LevelChange change = LevelChange.Of(counts, exposure, 0, 30, 40, 2)!;

        Assert.Equal(0.1203, change.P, 4);
    }

    [Fact]
    public void Dispersion_is_measured_about_the_levels_that_were_found()
    {
        // Level 1: 0 and 2 in turn, squares over mean 1 each, 8 weeks; level 3: 0 and 6 in turn, 9 / 3 each, 8 weeks. (8 + 24) / (16 - 2).
        double[] counts = [0, 2, 0, 2, 0, 2, 0, 2, 0, 6, 0, 6, 0, 6, 0, 6],
            exposure = [.. Enumerable.Repeat(1.0, 16)];

        Assert.Equal(32.0 / 14, ShiftScan.WithinLevels(counts, exposure, [8]), 12);
    }

    [Fact]
    public void Counts_that_vary_less_than_Poisson_and_missing_weeks_leave_the_dispersion_at_one() =>
        Assert.Equal(1, ShiftScan.WithinLevels([1, 1, double.NaN, 1, 0, 0], [1, 1, 1, 1, 1, 1], [4]));

    [Fact]
    public void What_is_cut_off_a_mean_of_ratios_is_added_again()
    {
        // Chi-squared with two degrees is twice an exponential: below its 90 % point ln 10 the exponential has the mean 1 - 0.1 ln 10 / 0.9 = 0.744157.
        Assert.Equal(1 - (System.Math.Log(10) / 9), SiblingLaws.TrimmedMean(2, 0.9), 9);
    }

    [Fact]
    public void Missing_weeks_leave_counts_and_exposure()
    {
        double[] counts = [1, double.NaN, 1, 4, double.NaN, 4],
            exposure = [1, 9, 1, 2, 9, 2];
        LevelChange change = LevelChange.Of(counts, exposure, 0, 3, 6, 1)!;

        // 2 in 2 before; 4 of exposure after lets expect 4.
        Assert.Equal(4, change.Expected, 12);
        Assert.Equal(8, change.After);
    }

    [Fact]
    public void A_week_alone_above_its_neighbours_is_brought_down_to_them()
    {
        double[] level = ShiftScan.WithoutSpikes([1, 0, 2, 15, 1, 0, 1]);

        Assert.Equal([1, 0, 2, 2, 1, 0, 1], level);
    }

    [Fact]
    public void A_level_that_lasts_two_weeks_is_no_spike()
    {
        double[] level = ShiftScan.WithoutSpikes([1, 0, 9, 8, 1, 0, 1]);

        Assert.Equal([1, 0, 9, 8, 1, 0, 1], level);
    }
}
