using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Validation.Methods.Clusters;

/// <summary>In which order records and groups were joined.</summary>
/// <param name="Merges">One entry a joining: a member of either group, and the distance at which they were joined (a share, 0 to 1 for Gower's),
/// nearest first.</param>
public sealed record Dendrogram(IReadOnlyList<(int First, int Second, double Height)> Merges)
{
    /// <summary>How clear the groups are.</summary>
    /// <returns>Agglomerative coefficient, a share from 0 to 1: mean of 1 minus first over last height; 0 if all heights are 0.</returns>
    /// <remarks>Assumes one tree over all records; grows with their number. Linear. Source: L. Kaufman, P. Rousseeuw, Finding Groups in Data, 1990,
    /// section 5.1.</remarks>
    public double Clearness()
    {
        var last = Merges.Count == 0 ? 0 : Merges.Max(m => m.Height);
        if (last <= 0)
        {
            return 0;
        }

        var first = new double[Merges.Count + 1];
        Array.Fill(first, -1);
        foreach (var (a, b, height) in Merges)
        {
            first[a] = first[a] < 0 ? height : first[a];
            first[b] = first[b] < 0 ? height : first[b];
        }

        return first.Average(h => 1 - (h / last));
    }

    /// <summary>Cuts the tree into groups.</summary>
    /// <param name="groups">Number of groups, from 1 to the number of records.</param>
    /// <returns>Group of each record, numbered from 1 by first appearance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    /// <remarks>Assumes joinings in the order of their heights. Nearly linear. Source: R. Sokal, C. Michener, University of Kansas Science Bulletin
    /// 38 (1958), p. 1409.</remarks>
    public IReadOnlyList<int> Cut(int groups)
    {
        var n = Merges.Count + 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(groups, n);
        var parent = Enumerable.Range(0, n).ToArray();
        foreach (var (a, b, _) in Merges.Take(n - groups))
        {
            parent[Root(b)] = Root(a);
        }

        var labels = new Dictionary<int, int>();
        return
        [
            .. Enumerable
                .Range(0, n)
                .Select(i => Root(i))
                .Select(r => labels.TryGetValue(r, out var label) ? label : labels[r] = labels.Count + 1),
        ];

        int Root(int i)
        {
            while (parent[i] != i)
            {
                i = parent[i] = parent[parent[i]];
            }

            return i;
        }
    }
}
