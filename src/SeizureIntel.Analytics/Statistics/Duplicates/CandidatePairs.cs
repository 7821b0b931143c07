using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Duplicates;

/// <summary>Pairs of records that are close enough in time to be compared.</summary>
public static class CandidatePairs
{
    /// <summary>All pairs whose days differ by at most a window.</summary>
    /// <param name="days">Day of each record, a running number.</param>
    /// <param name="window">Largest difference in days, at least 0; 7 is usual.</param>
    /// <returns>Pairs of positions, the smaller first; lazily, in the order of the days.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The window is negative.</exception>
    /// <remarks>Assumes that reports of one seizure carry nearly the same day. n log n and the number of pairs. Source: M. Jaro, Journal of the
    /// American Statistical Association 84 (1989), section 3 (blocking).</remarks>
    public static IEnumerable<(int First, int Second)> WithinDays(IReadOnlyList<int> days, int window)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        return Walk(days, window);
    }

    private static IEnumerable<(int First, int Second)> Walk(IReadOnlyList<int> days, int window)
    {
        var order = Enumerable.Range(0, days.Count).OrderBy(i => days[i]).ToArray();
        for (var i = 0; i < order.Length; i++)
        {
            for (var j = i + 1; j < order.Length && days[order[j]] - days[order[i]] <= window; j++)
            {
                yield return (Math.Min(order[i], order[j]), Math.Max(order[i], order[j]));
            }
        }
    }
}
