using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Numerics;

public sealed class PoissonDrawsTests
{
    private const int Draws = 100_000;

    [Fact]
    public void Small_means_follow_the_Poisson_law()
    {
        int[] drawn = Drawn(3);

        // Tables of the Poisson law with mean 3: P(0) = .0498, P(3) = .2240, P(X >= 8) = .0119. Four standard errors of 100,000 draws.
        Assert.Equal(0.0498, Share(drawn, n => n == 0), 0.0028);
        Assert.Equal(0.2240, Share(drawn, n => n == 3), 0.0053);
        Assert.Equal(0.0119, Share(drawn, n => n >= 8), 0.0014);
    }

    [Fact]
    public void Large_means_keep_mean_and_variance()
    {
        int[] drawn = Drawn(100);
        double mean = drawn.Average();

        // Standard errors: 10 / sqrt(100,000) = .032 of the mean, 100 sqrt(2 / 100,000) = .45 of the variance; rounding adds 1/12.
        Assert.Equal(100, mean, 0.13);
        Assert.Equal(100 + (1.0 / 12), drawn.Average(n => (n - mean) * (n - mean)), 1.8);
    }

    private static int[] Drawn(int mean)
    {
        var chance = new SplitMix64(5);
        int[] drawn = new int[Draws];
        for (int i = 0; i < drawn.Length; i++)
            drawn[i] = PoissonDraws.Next(mean, ref chance);
        return drawn;
    }

    private static double Share(int[] drawn, Func<int, bool> of) => drawn.Count(of) / (double)drawn.Length;
}
