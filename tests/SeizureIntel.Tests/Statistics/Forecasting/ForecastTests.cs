using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Forecasting;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Validation.Methods.Forecasting;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Forecasting;

public sealed class ForecastTests
{
    [Fact]
    public void Ranked_probability_score_of_the_geometric_law_is_a_geometric_sum() =>
        // sum over k of ((2/3)^(k+1))^2 = (4/9) / (5/9)
        Assert.Equal(0.8, ForecastScores.RankedProbability(new CountDistribution(2, 1), 0), 1e-12);

    [Fact]
    public void A_certain_forecast_scores_its_distance() =>
        Assert.Equal(3, ForecastScores.RankedProbability(CountDistribution.Poisson(0), 3));

    [Fact]
    public void A_count_far_below_a_large_forecast_scores_about_its_distance() =>
        // E|X - y| - E|X - X'| / 2 with y far below: mean - y - sd / sqrt(pi) for a normal law
        Assert.Equal(1e6 - 10 - (1000 / Math.Sqrt(Math.PI)), ForecastScores.RankedProbability(CountDistribution.Poisson(1e6), 10), 1.0);

    [Fact]
    public void Ranked_probability_score_of_a_sample_of_two() =>
        // mean distance 1, half of the mean pair distance (0 + 2 + 2 + 0) / 4
        Assert.Equal(0.5, ForecastScores.RankedProbabilitySample([0, 2], 1), 1e-15);

    [Fact]
    public void An_interval_is_punished_for_what_it_misses() =>
        // width 4 plus 2/.05 for each event above
        Assert.Equal(4 + 80, ForecastScores.Interval(2, 6, 0.05, 8), 1e-12);

    [Fact]
    public void A_pool_lies_between_its_members()
    {
        var pool = new CountForecast(CountDistribution.Poisson(2), CountDistribution.Poisson(20));

        Assert.Equal(11, pool.Mean);
        Assert.InRange(pool.Quantile(0.9), CountDistribution.Poisson(2).Quantile(0.9), CountDistribution.Poisson(20).Quantile(0.9));
        Assert.True(pool.Cumulative(pool.Quantile(0.9)) >= 0.9);
        Assert.True(pool.Cumulative(pool.Quantile(0.9) - 1) < 0.9);
    }

    [Fact]
    public void A_steady_series_is_forecast_at_its_level()
    {
        var counts = Enumerable.Range(0, 208).Select(i => i % 2 == 0 ? 9.0 : 11.0).ToArray();

        var forecast = PooledForecast.Forecast(counts, 52, 13).Value;

        Assert.NotNull(forecast);
        Assert.Equal(13, forecast.Count);
        Assert.All(forecast, f => Assert.InRange(f.Mean, 9, 11));
    }

    [Fact]
    public void A_short_series_is_forecast_without_season_and_a_quiet_one_by_its_rate()
    {
        var brief = PooledForecast.Forecast(Enumerable.Repeat(10.0, 60).ToArray(), 52, 2).Value;
        var quiet = PooledForecast.Forecast(new double[60], 52, 2).Value;

        Assert.NotNull(brief);
        Assert.Null(brief[0].Second);
        Assert.Equal(10, brief[0].Mean, 1e-9);
        Assert.NotNull(quiet);
        Assert.Equal(0, quiet[0].Quantile(0.5));

        // .5 / (30 + 60) a week
        Assert.Equal(0.5 / 90, quiet[0].Mean, 1e-12);
    }
}
