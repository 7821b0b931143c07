using System;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;

namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>Unusual weeks of series with less than about one event a week: three windows against a gamma-Poisson prediction.</summary>
public static class SparseDetector
{
    private const int PastWeeks = 259;
    private const int LongestWindow = 13;
    private const int FewestWeeks = 13;
    private const int GateWeeks = 4;
    private const int GateEvents = 3;

    // Effective number of tests of the three overlapping windows; checked by simulation.
    private const double EffectiveTests = 2.2;

    private static readonly int[] WindowWeeks = [1, GateWeeks, LongestWindow];

    /// <summary>Tests one week.</summary>
    /// <param name="counts">Events a week, oldest first; NaN = missing: it leaves both sums.</param>
    /// <param name="index">The tested week, from 0.</param>
    /// <param name="prior">Rates among sibling series.</param>
    /// <param name="dispersion">Pooled variance over mean (a ratio), at least 1.</param>
    /// <param name="exposure">Exposure a week: season of the parent series times reporter activity; empty = 1 throughout.</param>
    /// <returns>The result, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">A count is negative, or the week lies outside the series.</exception>
    /// <remarks>
    /// Assumes a steady rate per exposure. The past is weeks 259 to 13 before the tested one.
    /// Source: A. Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, section 2.6; H. O. Lancaster, JASA 56 (1961) (mid-p).
    /// </remarks>
    public static Outcome<SparseResult> Test(
        ReadOnlySpan<double> counts,
        int index,
        GammaRatePrior prior,
        double dispersion,
        ReadOnlySpan<double> exposure = default
    )
    {
        ArgumentNullException.ThrowIfNull(prior);
        if (index < 0 || index >= counts.Length)
        {
            throw new ArgumentException($"Week {index} lies outside the series of {counts.Length} weeks.", nameof(index));
        }

        if (double.IsNaN(counts[index]))
        {
            return Outcome<SparseResult>.NotTestable("the week was not reported");
        }

        if (index < FewestWeeks)
        {
            return Outcome<SparseResult>.NotTestable("less than 13 weeks of history");
        }

        var (past, pastExposure) = Sum(counts, exposure, Math.Max(0, index - PastWeeks), index - LongestWindow);
        var windows = new SparseWindow[WindowWeeks.Length];
        var smallest = 1.0;
        var recent = 0.0;
        for (var i = 0; i < windows.Length; i++)
        {
            var weeks = WindowWeeks[i];
            var (events, windowExposure) = Sum(counts, exposure, index - weeks + 1, index);
            var law = RatePrediction.Of(prior, past, pastExposure, windowExposure, dispersion).Law;
            windows[i] = new SparseWindow(weeks, events, law.Mean, law.MidUpperTail(events));
            smallest = Math.Min(smallest, windows[i].MidP);
            recent = weeks == GateWeeks ? events : recent;
        }

        return Outcome<SparseResult>.Of(
            new SparseResult(past, pastExposure, windows, Math.Min(1, EffectiveTests * smallest), recent >= GateEvents)
        );
    }

    private static (double Events, double Exposure) Sum(ReadOnlySpan<double> counts, ReadOnlySpan<double> exposure, int first, int last)
    {
        double events = 0,
            total = 0;
        for (var i = Math.Max(0, first); i <= last; i++)
        {
            if (!double.IsNaN(counts[i]))
            {
                events +=
                    counts[i] >= 0
                        ? counts[i]
                        : throw new ArgumentException($"Week {i} holds {counts[i]}; expected a count of 0 or more.", nameof(counts));
                total += exposure.IsEmpty || double.IsNaN(exposure[i]) ? 1 : exposure[i];
            }
        }

        return (events, total);
    }
}
