using System;
using SeizureIntel.Analytics.Statistics.Surveillance;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Surveillance;

public sealed class PredictiveQuantileTests
{
    private static PredictiveResult Result(double error) => new(4, 4, 1, error, false, 0.5, 0.5, null, null, 0.5, true);

    // Poisson with mean 4: P(X <= 0) = .0183, P(X <= 1) = .0916, P(X <= 7) = .9489, P(X <= 8) = .9786.
    [Theory]
    [InlineData(0.025, 1)]
    [InlineData(0.94, 7)]
    [InlineData(0.975, 8)]
    public void A_certain_mean_without_extra_variance_gives_the_Poisson_quantile(double level, double expected) =>
        Assert.Equal(expected, PredictiveDetector.Quantile(Result(0), level));

    [Fact]
    public void An_uncertain_mean_widens_the_range() => Assert.True(PredictiveDetector.Quantile(Result(0.5), 0.975) > 8);

    [Fact]
    public void A_level_of_one_has_no_quantile() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PredictiveDetector.Quantile(Result(0), 1));
}
