using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Validation.Methods.Rates;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Rates;

public sealed class RateTests
{
    [Fact]
    public void Three_events_after_none_have_the_probability_of_falling_into_the_later_window() =>
        // (4/56)^3
        Assert.Equal(Math.Pow(4.0 / 56, 3), WindowTests.ExactGreater(0, 3, 52, 4), 1e-15);

    [Fact]
    public void Without_events_nothing_is_shown()
    {
        Assert.Equal(1, WindowTests.ExactGreater(0, 0, 52, 4));
        Assert.Equal(0.5, WindowTests.MidGreater(0, 0, 52, 4));
        Assert.Equal(1, WindowTests.ExactTwoSided(0, 0, 52, 4));
    }

    [Fact]
    public void Equal_windows_have_a_ratio_of_one_in_the_middle() =>
        Assert.Equal(1, RateComparison.Ratio(new GammaRatePrior(1, 1), 7, 7, 10, 10).Median, 1e-12);

    [Fact]
    public void Routes_without_events_give_the_flat_prior() =>
        Assert.Equal(new GammaRatePrior(0.5, 52), GammaRatePrior.Estimate(new double[10], 104));

    [Fact]
    public void The_estimated_prior_has_the_mean_of_the_routes()
    {
        double[] counts = [0, 0, 1, 2, 9, 0, 4, 30];

        var prior = GammaRatePrior.Estimate(counts, 104);

        Assert.Equal(counts.Average() / 104, prior.Shape / prior.Rate, 1e-12);
    }

    [Fact]
    public void Steady_counts_are_not_over_dispersed() =>
        Assert.Equal(
            1,
            PooledDispersion.Estimate([
                [3, 3, 3, 3],
                [5, 5, 5, 5],
            ])
        );

    [Fact]
    public void A_route_that_appears_is_new_and_one_that_stops_is_extinct()
    {
        var routes = Enumerable.Range(0, 60).Select(i => new RouteActivity(i < 30 ? "A" : "B", [2, 1, 2, 3, 2, 1, 3, 2], 2)).ToList();
        routes[0] = new RouteActivity("A", [0, 0, 0, 0, 0, 0, 0, 0], 15);
        routes[1] = new RouteActivity("B", [40, 41, 39, 40, 42, 38, 40, 40], 0);

        var changes = RouteEmergence.Assess(routes, 104, 13);

        Assert.Equal(RouteChangeKind.New, changes[0].Kind());
        Assert.Equal(RouteChangeKind.Extinct, changes[1].Kind());
        Assert.All(changes.Skip(2), c => Assert.Equal(RouteChangeKind.Steady, c.Kind()));
    }

    [Fact]
    public void A_reporter_that_sends_twice_as_much_doubles_what_is_expected()
    {
        RouteActivity[] routes = [new("A", [1, 1, 1, 1], 2), new("A", [100, 100, 100, 100], 200)];

        var change = RouteEmergence.Assess(routes, 52, 13)[0];

        // (200 + 2) / (400 x 13/52 + 2)
        Assert.Equal(202.0 / 102, change.ReporterFactor, 1e-14);
    }

    [Fact]
    public void A_step_between_two_windows_is_the_ratio_of_their_rates()
    {
        double[] counts = [2, 4, 3, 9, 7, 8];
        double[] ones = [1, 1, 1, 1, 1, 1];
        double[] after = [0, 0, 0, 1, 1, 1];

        var step = WindowTests.Step(counts, ones, after, 5).Value;

        // means 3 and 8, whatever the size
        Assert.NotNull(step);
        Assert.Equal(Math.Log(8.0 / 3), step.LogRatio, 1e-10);
        Assert.Equal(Math.Log(8.0 / 3), step.QuasiLogRatio, 1e-10);
    }

    [Fact]
    public void A_window_without_events_ends_where_the_reference_stops()
    {
        double[] counts = [3, 5, 2, 4, 6, 0, 0, 0, 0],
            window = [0, 0, 0, 0, 0, 1, 1, 1, 1];

        var step = WindowTests.Step(counts, [1, 1, 1, 1, 1, 1, 1, 1, 1], window, 2).Value;

        // R 4.2.2, glm.control(epsilon = 1e-13, maxit = 100): glm of MASS's negative.binomial(2), and quasipoisson
        Assert.NotNull(step);
        Assert.Equal(-34.178053830464, step.LogRatio, 1e-8);
        Assert.Equal(-33.688879453203, step.QuasiLogRatio, 1e-8);
    }

    [Theory]
    [InlineData(3, 9, 1.2)]
    [InlineData(900, 700, 1.01)]
    [InlineData(20_000, 21_000, 3.5)]
    [InlineData(50_000, 20_000, 1.4)]
    [InlineData(4, 7_000, 60)]
    [InlineData(9, 1, 40)]
    public void The_tail_of_an_overdispersed_split_is_summed_as_far_as_it_counts(int before, int after, double dispersion)
    {
        double share = 20.0 / 72,
            size = (before + after) / (dispersion - 1);
        double a = size * share,
            b = size * (1 - share);
        int n = before + after;
        double constant =
            GammaFunctions.LogGamma(a + b) - GammaFunctions.LogGamma(a) - GammaFunctions.LogGamma(b) - GammaFunctions.LogGamma(a + b + n);
        double tail = 0;
        int step = after >= n * share ? 1 : -1;
        for (int k = after; k >= 0 && k <= n; k += step)
        {
            tail += Math.Exp(
                constant + GammaFunctions.LogChoose(n, k) + GammaFunctions.LogGamma(a + k) + GammaFunctions.LogGamma(b + n - k)
            );
        }

        Assert.Equal(Math.Min(1, 2 * tail), RateComparison.OverdispersedTwoSided(before, after, 52, 20, dispersion));
    }
}
