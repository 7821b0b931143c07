using SeizureIntel.Analytics.Statistics.Numerics;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Numerics;

public sealed class CountTailTests
{
    [Theory]
    [InlineData(0.5, 1)]
    [InlineData(5, 1.5)]
    [InlineData(48, 5)]
    [InlineData(481, 1)]
    [InlineData(481, 1.2)]
    [InlineData(481, 5)]
    [InlineData(481, 30)]
    [InlineData(2_300, 30)]
    [InlineData(2_300, 400)]
    public void A_tail_is_the_sum_of_its_densities_and_quantiles_are_in_order(double mean, double dispersion)
    {
        CountDistribution law = CountDistribution.WithDispersion(mean, dispersion);
        double low = law.Quantile(0.005),
            high = law.Quantile(0.995);
        Assert.True(low <= high, $"the 0.5 % point is {low}, the 99.5 % point {high}");
        double below = 0;
        for (int k = 0; k <= high; k++)
        {
            if (k == low || k == (int)mean || k == high)
                Assert.Equal(1 - below, law.UpperTail(k), 1e-8);
            below += law.Density(k);
        }
    }
}
