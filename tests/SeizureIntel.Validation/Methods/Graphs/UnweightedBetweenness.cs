using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Graphs;

namespace SeizureIntel.Validation.Methods.Graphs;

/// <summary>How often a place lies between two others on a path of fewest legs.</summary>
public static class UnweightedBetweenness
{
    /// <summary>Betweenness with every edge of length 1.</summary>
    /// <param name="graph">Routes; self loops are passed over.</param>
    /// <returns>Shares (0 to 1) of the ordered pairs of other places, one a place; all 0 with fewer than three places.</returns>
    /// <remarks>Assumes that traffic takes shortest paths and splits evenly over ties. Places x edges, in parallel over the sources; the answer does
    /// not depend on the number of processors beyond rounding. Source: U. Brandes, A faster algorithm for betweenness centrality, Journal of
    /// Mathematical Sociology 25 (2001), algorithm 1.</remarks>
    public static IReadOnlyList<double> Of(FlowGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Betweenness.Sum(graph.Places.Count, () => new BreadthFirstPass(graph.First, graph.To).Accumulate);
    }
}
