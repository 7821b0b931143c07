using System.Linq;
using SeizureIntel.Analytics.Trends;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Trends;

public sealed class LevelChangeTests
{
    [Fact]
    public void Rates_before_and_after_are_compared_by_the_deviance()
    {
        // 10 in 10 weeks, then 20 in 10: pooled rate 1.5, D = 2 (10 ln(10/15) + 20 ln(20/15)) = 3.3980; twice the normal tail beyond sqrt(3.3980) = 1.8434 is 0.0653.
        double[] counts = [.. Enumerable.Repeat(1.0, 10), .. Enumerable.Repeat(2.0, 10)], exposure = [.. Enumerable.Repeat(1.0, 20)];
        LevelChange change = LevelChange.Of(counts, exposure, 0, 10, 20, 1)!;

        Assert.Equal(10, change.Expected, 12);
        Assert.Equal(0.0653, change.P, 4);
    }

    [Fact]
    public void Missing_weeks_leave_counts_and_exposure()
    {
        double[] counts = [1, double.NaN, 1, 4, double.NaN, 4], exposure = [1, 9, 1, 2, 9, 2];
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
