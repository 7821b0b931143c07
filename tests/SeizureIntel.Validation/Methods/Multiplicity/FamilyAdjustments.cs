using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Multiplicity;

namespace SeizureIntel.Validation.Methods.Multiplicity;

/// <summary>p-values adjusted for the number of tests by other rules than that of the studies; the answers stand in the order of the tests.</summary>
public static class FamilyAdjustments
{
    /// <summary>Benjamini-Yekutieli adjusted p-values, valid under any dependence, for example of shares that sum to 1.</summary>
    /// <param name="pValues">One p-value a test, each from 0 to 1.</param>
    /// <param name="hypotheses">Number of hypotheses that could have been tested; 0 = as many as p-values.</param>
    /// <returns>Adjusted p-values (shares from 0 to 1), in the order of the tests.</returns>
    /// <exception cref="ArgumentException">A p-value lies outside 0 to 1, or there are fewer hypotheses than p-values.</exception>
    /// <remarks>Assumes nothing about dependence. n log n. Source: Y. Benjamini, D. Yekutieli, The control of the false discovery rate in multiple
    /// testing under dependency, Annals of Statistics 29 (2001), theorem 1.3.</remarks>
    public static IReadOnlyList<double> BenjaminiYekutieli(ReadOnlySpan<double> pValues, int hypotheses = 0)
    {
        var tests = FalseDiscovery.Tests(pValues, hypotheses);
        var harmonic = 0.0;
        for (var i = 1; i <= tests; i++)
        {
            harmonic += 1.0 / i;
        }

        return FalseDiscovery.StepUp(pValues, tests, harmonic);
    }

    /// <summary>Holm adjusted p-values: the probability of any false signal among those at or below each.</summary>
    /// <param name="pValues">One p-value a test, each from 0 to 1.</param>
    /// <param name="hypotheses">Number of hypotheses that could have been tested; 0 = as many as p-values.</param>
    /// <returns>Adjusted p-values (probabilities from 0 to 1), in the order of the tests.</returns>
    /// <exception cref="ArgumentException">A p-value lies outside 0 to 1, or there are fewer hypotheses than p-values.</exception>
    /// <remarks>Assumes nothing about dependence. n log n. Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian
    /// Journal of Statistics 6 (1979), section 3.</remarks>
    public static IReadOnlyList<double> Holm(ReadOnlySpan<double> pValues, int hypotheses = 0)
    {
        var tests = FalseDiscovery.Tests(pValues, hypotheses);
        var order = FalseDiscovery.Order(pValues);
        var adjusted = new double[pValues.Length];
        var largest = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            largest = Math.Max(largest, Math.Min(1, pValues[order[i]] * (tests - i)));
            adjusted[order[i]] = largest;
        }

        return adjusted;
    }
}
