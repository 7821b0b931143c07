using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>Which edges to draw, and which are unusual. Self loops count in strengths and degrees.</summary>
public static class Backbone
{
    /// <summary>Disparity filter: which edges dominate one of their ends.</summary>
    /// <param name="graph">Routes, self loops included.</param>
    /// <returns>One answer an edge, in the order of the graph's edges; empty for an empty graph.</returns>
    /// <remarks>Assumes that a place spreads its strength evenly at random over its edges; it is for drawing, not a test of unusual routes. Linear.
    /// Source: M. A. Serrano, M. Boguna, A. Vespignani, Extracting the multiscale backbone of complex weighted networks, PNAS 106 (2009), eq.
    /// 2.</remarks>
    public static IReadOnlyList<EdgeDisparity> Disparity(FlowGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (outStrength, inStrength) = (graph.OutStrengths(), graph.InStrengths());
        var (outDegree, inDegree) = (graph.OutDegrees(), graph.InDegrees());
        var answers = new EdgeDisparity[graph.EdgeCount];
        for (var e = 0; e < answers.Length; e++)
        {
            var (i, j, w) = (graph.From[e], graph.To[e], graph.Weight[e]);
            answers[e] = new EdgeDisparity(graph.EdgeAt(e), Alpha(w, outStrength[i], outDegree[i]), Alpha(w, inStrength[j], inDegree[j]));
        }

        return answers;
    }

    /// <summary>Number of pairs of different places that could have had an edge: sources times targets, less the places that are both.</summary>
    /// <param name="graph">Routes, self loops included.</param>
    /// <returns>A count of pairs.</returns>
    /// <remarks>Assumes that places that never send (or never receive) cannot. Linear. Source: Y. Benjamini, Y. Hochberg, Journal of the Royal
    /// Statistical Society B 57 (1995), section 2 (the number of hypotheses is that of all that could be tested).</remarks>
    public static int PossiblePairs(FlowGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (outDegree, inDegree) = (graph.OutDegrees(), graph.InDegrees());
        var both = outDegree.Zip(inDegree).Count(d => d.First > 0 && d.Second > 0);
        return (outDegree.Count(d => d > 0) * inDegree.Count(d => d > 0)) - both;
    }

    /// <summary>Edges that are heavier than the strengths of their ends let expect, with the false discovery rate over all possible pairs.</summary>
    /// <param name="graph">Routes with whole-number weights, self loops included.</param>
    /// <param name="dispersion">Variance over mean of an edge's count (a ratio), pooled over routes; 1 or less = Poisson.</param>
    /// <param name="unmaskAt">If given, edges with a false discovery rate (share, 0 to 1) up to it are left out of the strengths and all edges are
    /// judged once more, so that a heavy edge hides no other.</param>
    /// <returns>One answer an edge, in the order of the graph's edges; empty for an empty graph.</returns>
    /// <remarks>Assumes that edges fill independently in proportion to both strengths, with a negative binomial law. n log n. Source: M. E. J.
    /// Newman, Networks, 2nd ed. 2018, section 12.1 (configuration model); Benjamini and Hochberg 1995.</remarks>
    public static IReadOnlyList<EdgeSurprise> Unusual(FlowGraph graph, double dispersion, double? unmaskAt = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var left = new bool[graph.EdgeCount];
        var answers = Judge(graph, dispersion, left);
        if (unmaskAt is { } level && answers.Any(a => a.Q <= level))
        {
            for (var e = 0; e < left.Length; e++)
            {
                left[e] = answers[e].Q <= level;
            }

            answers = Judge(graph, dispersion, left);
        }

        return answers;
    }

    private static EdgeSurprise[] Judge(FlowGraph graph, double dispersion, bool[] left)
    {
        var (outStrength, inStrength) = (new double[graph.Places.Count], new double[graph.Places.Count]);
        var total = 0.0;
        for (var e = 0; e < left.Length; e++)
        {
            if (!left[e])
            {
                outStrength[graph.From[e]] += graph.Weight[e];
                inStrength[graph.To[e]] += graph.Weight[e];
                total += graph.Weight[e];
            }
        }

        var expected = new double[left.Length];
        var p = new double[left.Length];
        var judged = new double[left.Length];
        for (var e = 0; e < left.Length; e++)
        {
            var (i, j) = (graph.From[e], graph.To[e]);
            expected[e] = total > 0 ? outStrength[i] * inStrength[j] / total : 0;

            // A place whose every edge was set aside leaves no ground to judge by: such an edge keeps the strength of itself.
            if (expected[e] <= 0)
            {
                expected[e] = graph.Weight[e];
            }

            p[e] = CountDistribution.WithDispersion(expected[e], dispersion).UpperTail(graph.Weight[e]);
            judged[e] = i == j ? 1 : p[e];
        }

        var q = FalseDiscovery.BenjaminiHochberg(judged, Math.Max(judged.Length, PossiblePairs(graph)));
        return
        [
            .. Enumerable
                .Range(0, left.Length)
                .Select(e => new EdgeSurprise(graph.EdgeAt(e), expected[e], p[e], graph.From[e] == graph.To[e] ? null : q[e])),
        ];
    }

    private static double Alpha(double weight, double strength, int degree) =>
        degree <= 1 ? 1 : Math.Pow(Math.Max(0, 1 - (weight / strength)), degree - 1);
}
