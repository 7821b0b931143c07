using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using Xunit;

namespace SeizureIntel.Tests.Statistics.Multiplicity;

public sealed class FalseDiscoveryTests
{
    private static readonly double[] Four = [0.04, 0.01, 0.03, 0.02];

    [Fact]
    public void Benjamini_Hochberg_of_an_even_ladder_is_its_top() =>
        // 4/i x i/100 = .04 for each
        Equal([0.04, 0.04, 0.04, 0.04], FalseDiscovery.BenjaminiHochberg(Four));

    [Fact]
    public void Tests_that_were_possible_but_not_made_count() =>
        Equal([0.08, 0.08, 0.08, 0.08], FalseDiscovery.BenjaminiHochberg(Four, hypotheses: 8));

    [Fact]
    public void Benjamini_Yekutieli_multiplies_by_the_harmonic_sum() =>
        // 1 + 1/2 + 1/3 + 1/4 = 25/12
        Equal([0.04 * 25 / 12, 0.04 * 25 / 12, 0.04 * 25 / 12, 0.04 * 25 / 12], FalseDiscovery.BenjaminiYekutieli(Four));

    [Fact]
    public void Holm_steps_down() =>
        // sorted: 4 x .01, 3 x .02, max(2 x .03, .06), max(.04, .06)
        Equal([0.06, 0.04, 0.06, 0.06], FalseDiscovery.Holm(Four));

    [Fact]
    public void Too_few_tests_for_Storey_give_a_reason() => Assert.Equal("fewer than 100 tests", FalseDiscovery.Storey(Four).Reason);

    [Fact]
    public void A_p_value_outside_its_range_is_refused() =>
        Assert.Throws<ArgumentException>(() => FalseDiscovery.BenjaminiHochberg([0.5, double.NaN]));

    [Fact]
    public void A_small_excess_is_no_signal_however_significant()
    {
        Assert.False(SignalGates.IsLargeEnough(count: 4, expected: 1.5, isSparse: false));
        Assert.True(SignalGates.IsLargeEnough(count: 4, expected: 0.5, isSparse: true));
        Assert.False(SignalGates.IsLargeEnough(count: 14, expected: 10, isSparse: false));
    }

    [Fact]
    public void A_second_signal_within_eight_weeks_has_to_be_worse()
    {
        Assert.False(SignalGates.IsNews(1e-4, 5, weeksSince: 3, earlierPValue: 2e-4, earlierExcess: 4));
        Assert.True(SignalGates.IsNews(1e-4, 8, weeksSince: 3, earlierPValue: 2e-4, earlierExcess: 4));
        Assert.True(SignalGates.IsNews(1e-4, 5, weeksSince: 9, earlierPValue: 2e-4, earlierExcess: 4));
    }

    private static void Equal(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-14);
        }
    }
}
