using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Weeks at which the level of a series changed, in retrospect.</summary>
public static class ChangePoints
{
    private const int BlockWeeks = 13;
    private const int ShortestBlock = 7;
    private const double SmallestMean = 0.05;

    /// <summary>The best cut of a series into segments of constant rate.</summary>
    /// <param name="counts">Events a period, oldest first; NaN = missing, without exposure.</param>
    /// <param name="exposure">Exposure a period (season times reporter activity), above 0; empty = 1 throughout.</param>
    /// <param name="shortest">Shortest segment in periods, 1 or more.</param>
    /// <param name="penaltyFactor">Penalty a change as a multiple of ln n; 3 gives few false changes.</param>
    /// <returns>The segments, or the reason why there are none. Quadratic.</returns>
    /// <exception cref="ArgumentException">A count is negative, the exposures differ in number, or the shortest segment is below 1.</exception>
    /// <remarks>
    /// Assumes counts that are independent within segments, with one dispersion, estimated locally so that real steps do not inflate it.
    /// Source: B. Jackson et al., IEEE Signal Processing Letters 12 (2005) (exact partitioning); R. Killick, P. Fearnhead, I. Eckley, Optimal
    /// detection of changepoints with a linear computational cost, JASA 107 (2012), section 2 (penalised cost).
    /// </remarks>
    public static Outcome<Segmentation> Find(
        ReadOnlySpan<double> counts,
        ReadOnlySpan<double> exposure = default,
        int shortest = 8,
        double penaltyFactor = 3
    )
    {
        if (shortest < 1 || (!exposure.IsEmpty && exposure.Length != counts.Length))
        {
            throw new ArgumentException(
                $"Shortest segment {shortest}, {exposure.Length} exposures for {counts.Length} counts; expected 1 or more, and equal lengths.",
                nameof(exposure)
            );
        }

        double sum = 0;
        var missing = 0;
        foreach (var count in counts)
        {
            missing += double.IsNaN(count) ? 1 : 0;
            sum +=
                double.IsNaN(count) ? 0
                : count >= 0 ? count
                : throw new ArgumentException($"A count is {count}; expected 0 or more.", nameof(counts));
        }

        if (counts.Length < shortest || counts.Length < 2)
        {
            return Outcome<Segmentation>.NotTestable($"fewer than {Math.Max(2, shortest)} periods");
        }

        if (sum == 0)
        {
            return Outcome<Segmentation>.NotTestable("no event in any period");
        }

        if (missing > 0.4 * counts.Length)
        {
            return Outcome<Segmentation>.NotTestable("more than 40 % of the periods are missing");
        }

        var dispersion = LocalDispersion(counts);
        var penalty = penaltyFactor * Math.Log(counts.Length);
        var cost = new SegmentCost(counts, exposure, dispersion, penalisesLength: false);
        var (changes, objective) = cost.Best(penalty, shortest);
        return Outcome<Segmentation>.Of(new Segmentation(changes, cost.Rates(changes), objective, dispersion, penalty));
    }

    /// <summary>Median over blocks of 13 periods of variance over mean.</summary>
    /// <param name="counts">Events a period; NaN = missing.</param>
    /// <returns>The dispersion (a ratio), at least 1; 1 where no block has 7 periods.</returns>
    /// <remarks>Assumes a level that is steady within most blocks; means below .05 count as .05. Source: own construction of the methods'
    /// description, checked there against simulated steps; McCullagh and Nelder, 1989, section 6.2.3 for the ratio.</remarks>
    public static double LocalDispersion(ReadOnlySpan<double> counts)
    {
        var ratios = new List<double>();
        for (var first = 0; first < counts.Length; first += BlockWeeks)
        {
            var block = counts[first..Math.Min(counts.Length, first + BlockWeeks)];
            double n = 0,
                sum = 0,
                squares = 0;
            foreach (var count in block)
            {
                if (!double.IsNaN(count))
                {
                    n++;
                    sum += count;
                }
            }

            if (n < ShortestBlock)
            {
                continue;
            }

            var mean = sum / n;
            foreach (var count in block)
            {
                squares += double.IsNaN(count) ? 0 : (count - mean) * (count - mean);
            }

            ratios.Add(squares / (n - 1) / Math.Max(mean, SmallestMean));
        }

        if (ratios.Count == 0)
        {
            return 1;
        }

        ratios.Sort();
        var middle = ratios.Count / 2;
        return Math.Max(1, ratios.Count % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2);
    }
}
