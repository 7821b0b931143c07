using System;
using System.Linq;
using SeizureIntel.Analytics.Trends;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Trends;

public sealed class SeasonalIndexTests
{
    private const int Year = 52;

    [Fact]
    public void What_each_year_brings_in_its_first_half_is_its_season()
    {
        double[] counts = Noisy(6, (_, week) => week < 26 ? 9 : 3);

        double[] season = SeasonalIndex.Of(counts, Year)!;

        // Middle of the first half over middle of the second: 9 / 3, give or take what four harmonics leave of an edge.
        double high = season.Where((_, i) => i % Year is >= 6 and < 20).Average(),
            low = season.Where((_, i) => i % Year is >= 32 and < 46).Average();
        Assert.InRange(high / low, 2.5, 3.5);
        Assert.Equal(1, season.Average(), 9);
    }

    [Fact]
    public void An_episode_of_one_year_is_no_season() =>
        Assert.Null(SeasonalIndex.Of(Noisy(4, (year, week) => year == 2 && week < 26 ? 9 : 3), Year));

    [Fact]
    public void A_jump_that_lasts_half_a_year_to_the_end_is_no_season() =>
        Assert.Null(SeasonalIndex.Of(Noisy(4, (year, week) => year == 3 && week >= 26 ? 9 : 3), Year));

    [Fact]
    public void A_season_gains_by_what_it_foretells_and_loses_by_what_it_does_not()
    {
        // 8 and 2 in turn against a season of 1.6 and 0.4: 2 (8 ln 1.6 + 2 ln 0.4) = 3.8550 each pair, 50 pairs. Blocks of 13 hold 7 or 6 of
        // each; all have a variance of about 9.7 about a mean of 5.2 or 4.8.
        double[] counts = [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 8.0 : 2.0)],
            season = [.. Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? 1.6 : 0.4)];

        Assert.InRange(SeasonalIndex.Gain(counts, season), 50 * 3.855 / 2.1, 50 * 3.855 / 1.8);
        Assert.True(SeasonalIndex.Gain(counts, [.. season.Select(s => 2 - s)]) < 0);
    }

    private static double[] Noisy(int years, Func<int, int, double> mean)
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, years * Year).Select(i => (double)Poisson(mean(i / Year, i % Year), random))];
    }

    private static int Poisson(double mean, Random random)
    {
        int count = 0;
        for (double product = random.NextDouble(), limit = Math.Exp(-mean); product > limit; product *= random.NextDouble())
            count++;
        return count;
    }
}
