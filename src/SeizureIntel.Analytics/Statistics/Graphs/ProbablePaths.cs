using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>The most probable ways from one place to another.</summary>
public static class ProbablePaths
{
    private static readonly Comparer<(double Cost, int[] Nodes)> ByCost = Comparer<(double Cost, int[] Nodes)>.Create(
        (a, b) => a.Cost != b.Cost ? a.Cost.CompareTo(b.Cost) : a.Nodes.AsSpan().SequenceCompareTo(b.Nodes)
    );

    /// <summary>The k simple paths with the largest product of shares, most probable first.</summary>
    /// <param name="graph">Routes; self loops are left out of the shares.</param>
    /// <param name="from">Start.</param>
    /// <param name="to">End.</param>
    /// <param name="count">Most paths to give.</param>
    /// <param name="longest">Most legs of a path; 6 is usual for routes, null = any number.</param>
    /// <returns>At most <paramref name="count"/> paths; empty where there is none, a place is unknown, or both are the same.</returns>
    /// <remarks>Assumes that the next leg depends on the present place alone: paths are inferred from legs. Count x places x shortest paths. Among
    /// paths of equal cost the order is that of the places. Source: J. Y. Yen, Finding the k shortest loopless paths in a network, Management Science
    /// 17 (1971), pp. 712-716.</remarks>
    public static IReadOnlyList<ProbablePath> Between(FlowGraph graph, string from, string to, int count = 5, int? longest = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var (source, target) = (graph.FindPlace(from), graph.FindPlace(to));
        if (source < 0 || target < 0 || source == target || count == 0)
        {
            return [];
        }

        var search = new PathSearch(graph, longest ?? int.MaxValue);
        if (search.Shortest(source, target) is not { } shortest)
        {
            return [];
        }

        var found = new List<int[]> { shortest };
        var candidates = new SortedSet<(double Cost, int[] Nodes)>(ByCost);
        while (found.Count < count)
        {
            var last = found[^1];
            for (var spur = 0; spur < last.Length - 1; spur++)
            {
                search.Clear();
                foreach (var path in found.Where(p => p.Length > spur + 1 && p.AsSpan(0, spur + 1).SequenceEqual(last.AsSpan(0, spur + 1))))
                {
                    search.Block(path[spur], path[spur + 1]);
                }

                for (var i = 0; i < spur; i++)
                {
                    search.Block(last[i]);
                }

                if (search.Shortest(last[spur], target, spur) is { } rest)
                {
                    int[] whole = [.. last[..spur], .. rest];
                    candidates.Add((search.Cost(whole), whole));
                }
            }

            if (candidates.Count == 0)
            {
                break;
            }

            var next = candidates.Min;
            candidates.Remove(next);
            found.Add(next.Nodes);
        }

        search.Clear();
        return
        [
            .. found.Select(nodes =>
                search.Cost(nodes) is var cost ? new ProbablePath([.. nodes.Select(i => graph.Places[i])], cost, Math.Exp(-cost)) : null!
            ),
        ];
    }
}
