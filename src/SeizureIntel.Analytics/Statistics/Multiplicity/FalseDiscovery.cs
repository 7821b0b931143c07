using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Multiplicity;

/// <summary>p-values adjusted for the number of tests; the answers stand in the order of the tests.</summary>
public static class FalseDiscovery
{
    private const int FewestForStorey = 100;

    /// <summary>Benjamini-Hochberg adjusted p-values: the share of false signals expected among those at or below each.</summary>
    /// <param name="pValues">One p-value a test, each from 0 to 1.</param>
    /// <param name="hypotheses">Number of hypotheses that could have been tested; 0 = as many as p-values. Never below their number.</param>
    /// <returns>Adjusted p-values (shares from 0 to 1), in the order of the tests.</returns>
    /// <exception cref="ArgumentException">A p-value lies outside 0 to 1, or there are fewer hypotheses than p-values.</exception>
    /// <remarks>Assumes independent or positively dependent tests. n log n. Source: Y. Benjamini, Y. Hochberg, Controlling the false discovery rate,
    /// Journal of the Royal Statistical Society B 57 (1995), p. 293.</remarks>
    public static IReadOnlyList<double> BenjaminiHochberg(ReadOnlySpan<double> pValues, int hypotheses = 0) =>
        StepUp(pValues, Tests(pValues, hypotheses), 1);

    /// <summary>Benjamini-Yekutieli adjusted p-values, valid under any dependence, for example of shares that sum to 1.</summary>
    /// <param name="pValues">One p-value a test, each from 0 to 1.</param>
    /// <param name="hypotheses">Number of hypotheses that could have been tested; 0 = as many as p-values.</param>
    /// <returns>Adjusted p-values (shares from 0 to 1), in the order of the tests.</returns>
    /// <exception cref="ArgumentException">A p-value lies outside 0 to 1, or there are fewer hypotheses than p-values.</exception>
    /// <remarks>Assumes nothing about dependence. n log n. Source: Y. Benjamini, D. Yekutieli, The control of the false discovery rate in multiple
    /// testing under dependency, Annals of Statistics 29 (2001), theorem 1.3.</remarks>
    public static IReadOnlyList<double> BenjaminiYekutieli(ReadOnlySpan<double> pValues, int hypotheses = 0)
    {
        var tests = Tests(pValues, hypotheses);
        var harmonic = 0.0;
        for (var i = 1; i <= tests; i++)
        {
            harmonic += 1.0 / i;
        }

        return StepUp(pValues, tests, harmonic);
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
        var tests = Tests(pValues, hypotheses);
        var order = Order(pValues);
        var adjusted = new double[pValues.Length];
        var largest = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            largest = Math.Max(largest, Math.Min(1, pValues[order[i]] * (tests - i)));
            adjusted[order[i]] = largest;
        }

        return adjusted;
    }

    /// <summary>Storey's q-values, which use the estimated share of true null hypotheses.</summary>
    /// <param name="pValues">One p-value a test, each from 0 to 1.</param>
    /// <returns>The share of true nulls and the q-values, or the reason why they cannot be estimated.</returns>
    /// <exception cref="ArgumentException">A p-value lies outside 0 to 1.</exception>
    /// <remarks>Assumes weakly dependent tests and p-values that are uniform under the null. Source: J. Storey, R. Tibshirani, Statistical
    /// significance for genomewide studies, PNAS 100 (2003), p. 9445 (smoothing spline with 3 degrees of freedom).</remarks>
    public static Outcome<StoreyEstimate> Storey(ReadOnlySpan<double> pValues)
    {
        var tests = Tests(pValues, 0);
        if (tests < FewestForStorey)
        {
            return Outcome<StoreyEstimate>.NotTestable($"fewer than {FewestForStorey} tests");
        }

        Span<double> shares = stackalloc double[StoreySmoother.Points];
        for (var i = 0; i < shares.Length; i++)
        {
            var lambda = StoreySmoother.Lambda(i);
            var above = 0;
            foreach (var p in pValues)
            {
                above += p >= lambda ? 1 : 0;
            }

            shares[i] = above / (tests * (1 - lambda));
        }

        var nullShare = Math.Min(1, StoreySmoother.AtLast(shares));
        if (nullShare <= 0)
        {
            return Outcome<StoreyEstimate>.NotTestable(
                "the share of true nulls is estimated as 0: the p-values are not uniform under the null"
            );
        }

        var adjusted = StepUp(pValues, tests, 1);
        for (var i = 0; i < adjusted.Length; i++)
        {
            adjusted[i] *= nullShare;
        }

        return Outcome<StoreyEstimate>.Of(new StoreyEstimate(nullShare, adjusted));
    }

    private static double[] StepUp(ReadOnlySpan<double> pValues, int tests, double factor)
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

    private static int[] Order(ReadOnlySpan<double> pValues)
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

    private static int Tests(ReadOnlySpan<double> pValues, int hypotheses)
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
