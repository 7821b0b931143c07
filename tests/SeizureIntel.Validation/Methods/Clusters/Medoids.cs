using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Validation.Methods.Clusters;

/// <summary>Partitions records around typical ones.</summary>
public static class Medoids
{
    private const double Rounding = 2.220446049250313e-16;

    /// <summary>Chooses typical records one after the other, then swaps while that brings them nearer to the others.</summary>
    /// <param name="distances">Distances of the records.</param>
    /// <param name="groups">Number of groups, at least 1.</param>
    /// <returns>The groups, or the reason why there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of groups is below 1.</exception>
    /// <remarks>Assumes groups that one record each can stand for. Groups x records squared a swap. Source: L. Kaufman, P. Rousseeuw, Finding Groups
    /// in Data, 1990, chapter 2 (PAM); ties as in R's cluster.</remarks>
    public static Outcome<MedoidGroups> Partition(DistanceMatrix distances, int groups)
    {
        ArgumentNullException.ThrowIfNull(distances);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        if (groups >= distances.Count || !distances.IsComplete)
        {
            return Outcome<MedoidGroups>.NotTestable(
                distances.IsComplete ? "fewer records than groups, or as many" : "two records have no known variable in common"
            );
        }

        var isMedoid = Choose(distances, groups);
        var build = Objective(distances, isMedoid);
        while (Swap(distances, isMedoid)) { }

        int[] medoids = [.. Enumerable.Range(0, distances.Count).Where(i => isMedoid[i])];
        var order = new List<int>();
        var labels = new int[distances.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            var nearest = medoids.MinBy(m => distances.At(i, m));
            if (!order.Contains(nearest))
            {
                order.Add(nearest);
            }

            labels[i] = order.IndexOf(nearest) + 1;
        }

        return Outcome<MedoidGroups>.Of(new MedoidGroups(order, labels, build, Objective(distances, isMedoid)));
    }

    /// <summary>How well records fit into their groups.</summary>
    /// <param name="distances">Distances of the records.</param>
    /// <param name="labels">Group of each record.</param>
    /// <returns>Mean silhouette width, a ratio from -1 to 1; records alone in their group count 0; null with fewer than two groups.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Assumes complete distances. Records squared. Source: P. Rousseeuw, Silhouettes, Journal of Computational and Applied Mathematics 20
    /// (1987), section 2.</remarks>
    public static double? Silhouette(DistanceMatrix distances, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(distances);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count != distances.Count)
        {
            throw new ArgumentException($"{labels.Count} labels for {distances.Count} records; expected one each.", nameof(labels));
        }

        var groups = Enumerable.Range(0, labels.Count).GroupBy(i => labels[i]).ToDictionary(g => g.Key, g => g.ToArray());
        if (groups.Count < 2 || !distances.IsComplete)
        {
            return null;
        }

        return Enumerable
            .Range(0, labels.Count)
            .Average(i =>
            {
                if (groups[labels[i]].Length == 1)
                {
                    return 0;
                }

                var within = groups[labels[i]].Sum(j => distances.At(i, j)) / (groups[labels[i]].Length - 1);
                var between = groups.Where(g => g.Key != labels[i]).Min(g => g.Value.Average(j => distances.At(i, j)));
                var larger = Math.Max(within, between);
                return larger > 0 ? (between - within) / larger : 0;
            });
    }

    private static bool[] Choose(DistanceMatrix distances, int groups)
    {
        var n = distances.Count;
        var isMedoid = new bool[n];
        var nearest = new double[n];
        var far = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                far = Math.Max(far, distances.At(i, j));
            }
        }

        Array.Fill(nearest, (far * 1.1) + 1);
        for (var k = 0; k < groups; k++)
        {
            int best = -1;
            var most = 0.0;
            for (var i = 0; i < n; i++)
            {
                if (isMedoid[i])
                {
                    continue;
                }

                var gain = 0.0;
                for (var j = 0; j < n; j++)
                {
                    gain += Math.Max(0, nearest[j] - distances.At(i, j));
                }

                // The last of equals, as in the reference.
                if (gain >= most)
                {
                    (best, most) = (i, gain);
                }
            }

            isMedoid[best] = true;
            for (var j = 0; j < n; j++)
            {
                nearest[j] = Math.Min(nearest[j], distances.At(best, j));
            }
        }

        return isMedoid;
    }

    private static bool Swap(DistanceMatrix distances, bool[] isMedoid)
    {
        var n = distances.Count;
        var (first, second) = (new double[n], new double[n]);
        for (var j = 0; j < n; j++)
        {
            (first[j], second[j]) = (double.PositiveInfinity, double.PositiveInfinity);
            for (var i = 0; i < n; i++)
            {
                if (!isMedoid[i])
                {
                    continue;
                }

                var d = distances.At(i, j);
                (first[j], second[j]) = d < first[j] ? (d, first[j]) : (first[j], Math.Min(second[j], d));
            }
        }

        (int In, int Out) best = (-1, -1);
        var least = 1.0;
        for (var h = 0; h < n; h++)
        {
            for (var i = 0; i < n && !isMedoid[h]; i++)
            {
                if (!isMedoid[i])
                {
                    continue;
                }

                var change = 0.0;
                for (var j = 0; j < n; j++)
                {
                    var toNew = distances.At(h, j);
                    if (distances.At(i, j) == first[j])
                    {
                        change += Math.Min(second[j], toNew) - first[j];
                    }
                    else if (toNew < first[j])
                    {
                        change += toNew - first[j];
                    }
                }

                if (change < least)
                {
                    (best, least) = ((h, i), change);
                }
            }
        }

        if (least >= -16 * Rounding * first.Sum())
        {
            return false;
        }

        isMedoid[best.In] = true;
        isMedoid[best.Out] = false;
        return true;
    }

    private static double Objective(DistanceMatrix distances, bool[] isMedoid)
    {
        int[] medoids = [.. Enumerable.Range(0, distances.Count).Where(i => isMedoid[i])];
        return Enumerable.Range(0, distances.Count).Average(j => medoids.Min(m => distances.At(m, j)));
    }
}
