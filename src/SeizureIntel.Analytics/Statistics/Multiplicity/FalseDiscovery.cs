using System;
using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Multiplicity;

/// <summary>p-values adjusted for the number of tests; the answers stand in the order of the tests.</summary>
public static class FalseDiscovery
{
    /// <summary>Benjamini-Hochberg adjusted p-values: the share of false signals expected among those at or below each.</summary>
    /// <param name="pValues">One p-value a test, each from 0 to 1.</param>
    /// <param name="hypotheses">Number of hypotheses that could have been tested; 0 = as many as p-values. Never below their number.</param>
    /// <returns>Adjusted p-values (shares from 0 to 1), in the order of the tests.</returns>
    /// <exception cref="ArgumentException">A p-value lies outside 0 to 1, or there are fewer hypotheses than p-values.</exception>
    /// <remarks>Assumes independent or positively dependent tests. n log n. Source: Y. Benjamini, Y. Hochberg, Controlling the false discovery rate,
    /// Journal of the Royal Statistical Society B 57 (1995), p. 293.</remarks>
    public static IReadOnlyList<double> BenjaminiHochberg(ReadOnlySpan<double> pValues, int hypotheses = 0) =>
        StepUp(pValues, Tests(pValues, hypotheses), 1);

    internal static double[] StepUp(ReadOnlySpan<double> pValues, int tests, double factor)
    {
        var order = Order(pValues);
        var adjusted = new double[pValues.Length];
        var smallest = 1.0;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            smallest = Math.Min(smallest, factor * tests / (i + 1.0) * pValues[order[i]]);
            adjusted[order[i]] = smallest;
        }

        return adjusted;
    }

    internal static int[] Order(ReadOnlySpan<double> pValues)
    {
        var order = new int[pValues.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var keys = pValues.ToArray();
        Array.Sort(keys, order);
        return order;
    }

    internal static int Tests(ReadOnlySpan<double> pValues, int hypotheses)
    {
        foreach (var p in pValues)
        {
            if (!(p >= 0 && p <= 1))
            {
                throw new ArgumentException($"A p-value is {p}; expected 0 to 1.", nameof(pValues));
            }
        }

        return hypotheses == 0 ? pValues.Length
            : hypotheses >= pValues.Length ? hypotheses
            : throw new ArgumentException(
                $"{hypotheses} hypotheses for {pValues.Length} p-values; expected at least as many.",
                nameof(hypotheses)
            );
    }
}
