using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Loops;

namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>How often a place lies between two others on a shortest path.</summary>
public static class Betweenness
{
    /// <summary>Betweenness with edges of length 1 / weight: well-used routes are short.</summary>
    /// <param name="graph">Routes; self loops are passed over.</param>
    /// <param name="tie">Relative difference (share of the length) up to which two paths are equally long, so that rounding decides no tie; 0
    /// compares the rounded sums as they are, which is what networkx 2.8 does.</param>
    /// <returns>Shares (0 to 1) of the ordered pairs of other places, one a place; all 0 with fewer than three places.</returns>
    /// <remarks>Assumes that traffic takes shortest paths and splits evenly over ties. Places x edges x log places, in parallel over the sources.
    /// Source: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001), section 4; lengths as in M. E.
    /// J. Newman, Physical Review E 64 (2001), 016132.</remarks>
    public static IReadOnlyList<double> Weighted(FlowGraph graph, double tie = 1e-12)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double[] length = [.. graph.Weight.Select(w => 1 / w)];
        return Sum(graph.Places.Count, () => new ShortestPathPass(graph.First, graph.To, length, tie).Accumulate);
    }

    internal static double[] Sum(int n, Func<Action<int, double[]>> pass)
    {
        // Sources are dealt to a fixed number of blocks, which are added in their order: the same answer on every machine.
        const int blocks = 16;
        var parts = new double[blocks][];
        if (n > 2)
        {
            Parallel.For(0, blocks, SideBySide.Here(), block =>
            {
                var accumulate = pass();
                var part = new double[n];
                for (var source = block; source < n; source += blocks)
                {
                    accumulate(source, part);
                }

                parts[block] = part;
            });
        }

        var sum = new double[n];
        var pairs = (n - 1.0) * (n - 2.0);
        for (var i = 0; i < n && n > 2; i++)
        {
            foreach (var part in parts)
            {
                sum[i] += part[i];
            }

            sum[i] /= pairs;
        }

        return sum;
    }
}
