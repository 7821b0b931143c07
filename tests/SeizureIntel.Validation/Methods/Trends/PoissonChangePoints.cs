using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Trends;

namespace SeizureIntel.Validation.Methods.Trends;

/// <summary>Change points under a plain Poisson cost, for comparison only: over-dispersed series get false changes.</summary>
public static class PoissonChangePoints
{
    /// <summary>Exact optimum under the cost of PELT.</summary>
    /// <param name="counts">Events a period, oldest first.</param>
    /// <param name="penalty">Penalty a change (nats, doubled).</param>
    /// <param name="shortest">Shortest segment in periods, 1 or more.</param>
    /// <param name="modifiedBic">Add the logarithm of each segment's length.</param>
    /// <returns>The segments. Quadratic.</returns>
    /// <exception cref="ArgumentException">The series is shorter than one segment.</exception>
    /// <remarks>Assumes independent Poisson counts. With the modified BIC, PELT's pruning is not valid; this answer is the optimum. Source: R.
    /// Killick, P. Fearnhead, I. Eckley, JASA 107 (2012), section 2; N. Zhang, D. Siegmund, Biometrics 63 (2007) (modified BIC).</remarks>
    public static Segmentation Optimal(ReadOnlySpan<double> counts, double penalty, int shortest, bool modifiedBic)
    {
        var cost = Cost(counts, shortest, modifiedBic);
        var (changes, objective) = cost.Best(penalty, shortest);
        return new Segmentation(changes, cost.Rates(changes), objective, 1, penalty);
    }

    /// <summary>Binary segmentation: the best single cut anywhere, again and again.</summary>
    /// <param name="counts">Events a period, oldest first.</param>
    /// <param name="penalty">A cut has to reduce the cost by more than this (nats, doubled).</param>
    /// <param name="shortest">Shortest segment in periods, 1 or more.</param>
    /// <param name="modifiedBic">Add the logarithm of each segment's length.</param>
    /// <param name="most">Largest number of cuts.</param>
    /// <returns>The segments.</returns>
    /// <exception cref="ArgumentException">The series is shorter than one segment.</exception>
    /// <remarks>Assumes independent Poisson counts; not the optimum. Source: A. J. Scott, M. Knott, A cluster analysis method for grouping means,
    /// Biometrics 30 (1974), pp. 507-512.</remarks>
    public static Segmentation Binary(ReadOnlySpan<double> counts, double penalty, int shortest, bool modifiedBic, int most = 5)
    {
        var cost = Cost(counts, shortest, modifiedBic);
        var ends = new List<int> { 0, counts.Length };
        for (var cut = 0; cut < most; cut++)
        {
            var best = double.NegativeInfinity;
            var at = -1;
            for (var s = 0; s + 1 < ends.Count; s++)
            {
                var whole = cost.Of(ends[s], ends[s + 1]);
                for (var t = ends[s] + shortest; t <= ends[s + 1] - shortest; t++)
                {
                    var reduction = whole - cost.Of(ends[s], t) - cost.Of(t, ends[s + 1]);
                    if (reduction > best)
                    {
                        (best, at) = (reduction, t);
                    }
                }
            }

            if (at < 0 || !(best > penalty))
            {
                break;
            }

            ends.Insert(~ends.BinarySearch(at), at);
        }

        var changes = ends.GetRange(1, ends.Count - 2).ToArray();
        var objective = penalty * changes.Length;
        for (var s = 0; s + 1 < ends.Count; s++)
        {
            objective += cost.Of(ends[s], ends[s + 1]);
        }

        return new Segmentation(changes, cost.Rates(changes), objective, 1, penalty);
    }

    private static SegmentCost Cost(ReadOnlySpan<double> counts, int shortest, bool modifiedBic) =>
        shortest >= 1 && counts.Length >= shortest
            ? new SegmentCost(counts, default, 1, modifiedBic)
            : throw new ArgumentException(
                $"{counts.Length} periods with segments of at least {shortest}; expected one segment or more.",
                nameof(shortest)
            );
}
