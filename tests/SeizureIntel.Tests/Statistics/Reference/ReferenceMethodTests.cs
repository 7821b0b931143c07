using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Surveillance;
using SeizureIntel.Validation.Methods.Forecasting;
using SeizureIntel.Validation.Methods.Trends;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Reference;

public sealed class ReferenceMethodTests
{
    [Fact]
    public void C1_compares_with_the_seven_periods_before()
    {
        double[] counts = [1, 2, 3, 4, 5, 6, 7, 20];

        var point = Ears.Test(counts, 7, EarsMethod.C1);

        // mean 4, sd sqrt(28/6), z = 3.0902 at .001
        Assert.Equal(4 + (3.090232306 * Math.Sqrt(28.0 / 6)), point.Upper!.Value, 1e-8);
        Assert.True(point.IsAlarm);
    }

    [Fact]
    public void C2_has_no_bound_before_its_baseline_is_whole() => Assert.Null(Ears.Test([1, 2, 3, 4, 5, 6, 7, 20], 7, EarsMethod.C2).Upper);

    [Fact]
    public void Least_squares_finds_a_shift_of_prices()
    {
        var values = Enumerable.Range(0, 40).Select(i => (i < 22 ? 5.0 : 9.0) + (0.3 * Math.Sin(3 * i))).ToArray();

        Assert.Equal([22], BaiPerron.Find(values));
        Assert.Empty(BaiPerron.Find(Enumerable.Repeat(5.0, 40).ToArray()));
    }

    [Fact]
    public void Smoothing_with_full_weight_forecasts_the_last_value()
    {
        var fit = ExponentialSmoothing.Run([1, 5, 2, 8, 3, 7], SmoothingModel.Level, new SmoothingParameters(1, 0, 1, 1, 0), 3).Value;

        Assert.NotNull(fit);
        Assert.All(fit.Means, m => Assert.Equal(7, m, 1e-12));
    }

    [Fact]
    public void The_estimated_smoothing_is_at_least_as_likely_as_any_guess()
    {
        double[] values = [3, 5, 4, 6, 8, 7, 9, 8, 11, 10, 12, 13];
        var best = ExponentialSmoothing
            .Run(values, SmoothingModel.Trend, ExponentialSmoothing.Estimate(values, SmoothingModel.Trend), 1)
            .Value!.LogLikelihood;

        foreach (var alpha in new[] { 0.1, 0.4, 0.8 })
        {
            var guess = ExponentialSmoothing
                .Run(values, SmoothingModel.Trend, new SmoothingParameters(alpha, 0.05, 1, 3, 0.9), 1)
                .Value!.LogLikelihood;
            Assert.True(best >= guess - 1e-9);
        }
    }

    [Fact]
    public void Two_segments_of_equal_rate_are_not_cut()
    {
        var counts = Enumerable.Repeat(3.0, 60).ToArray();

        Assert.Empty(PoissonChangePoints.Optimal(counts, 8, 2, modifiedBic: false).Changes);
        Assert.Empty(PoissonChangePoints.Binary(counts, 8, 2, modifiedBic: false).Changes);
    }

    [Fact]
    public void A_series_that_the_smoothing_meets_everywhere_has_an_infinite_likelihood()
    {
        // R 4.2.2, forecast 8.20: ets(rep(3, 30), "ANN") has loglik Inf, sigma2 0 and the mean 3
        var fit = ExponentialSmoothing
            .Run(Enumerable.Repeat(3.0, 30).ToArray(), SmoothingModel.Level, new SmoothingParameters(0.2, 0, 1, 3, 0), 2)
            .Value;

        Assert.NotNull(fit);
        Assert.Equal(double.PositiveInfinity, fit.LogLikelihood);
        Assert.Equal(0, fit.ErrorVariance);
        Assert.Equal([3, 3], fit.Means);
    }
}
