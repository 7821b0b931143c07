using System;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Validation.Methods.Multiplicity;

/// <summary>Storey's q-values, which use the estimated share of true null hypotheses.</summary>
public static class StoreyQValues
{
    /// <summary>The q-values as R's qvalue 2.30 gives them by its defaults.</summary>
    /// <param name="pValues">One p-value a test, each from 0 to 1.</param>
    /// <returns>The share of true nulls and the q-values, or the reason why they cannot be estimated (where R stops with an error).</returns>
    /// <exception cref="ArgumentException">A p-value lies outside 0 to 1.</exception>
    /// <remarks>Assumes weakly dependent tests and p-values that are uniform under the null. n log n. Source: J. Storey, R. Tibshirani, Statistical
    /// significance for genomewide studies, PNAS 100 (2003), p. 9445, remarks A and B; J. Storey, A. Bass, A. Dabney, D. Robinson, qvalue 2.30.0
    /// (pi0est, pi0.method = "smoother").</remarks>
    public static Outcome<StoreyEstimate> Of(ReadOnlySpan<double> pValues)
    {
        var tests = FalseDiscovery.Tests(pValues, 0);
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

        if (tests == 0 || shares[^1] == 0)
        {
            return Outcome<StoreyEstimate>.NotTestable(
                "no p-value of 0.95 or more: the share of true nulls cannot be read where it is asked for"
            );
        }

        var nullShare = Math.Min(1, StoreySmoother.AtLast(shares));
        if (nullShare <= 0)
        {
            return Outcome<StoreyEstimate>.NotTestable(
                "the share of true nulls is estimated as 0: the p-values are not uniform under the null"
            );
        }

        var adjusted = FalseDiscovery.StepUp(pValues, tests, 1);
        for (var i = 0; i < adjusted.Length; i++)
        {
            adjusted[i] *= nullShare;
        }

        return Outcome<StoreyEstimate>.Of(new StoreyEstimate(nullShare, adjusted));
    }
}
