using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Validation.Methods.Multiplicity;
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
        Equal([0.04 * 25 / 12, 0.04 * 25 / 12, 0.04 * 25 / 12, 0.04 * 25 / 12], FamilyAdjustments.BenjaminiYekutieli(Four));

    [Fact]
    public void Holm_steps_down() =>
        // sorted: 4 x .01, 3 x .02, max(2 x .03, .06), max(.04, .06)
        Equal([0.06, 0.04, 0.06, 0.06], FamilyAdjustments.Holm(Four));

    [Fact]
    public void Storey_without_a_large_p_value_gives_a_reason() =>
        Assert.Equal(
            "no p-value of 0.95 or more: the share of true nulls cannot be read where it is asked for",
            StoreyQValues.Of(Four).Reason
        );

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

    private static void Equal(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-14);
        }
    }
}
