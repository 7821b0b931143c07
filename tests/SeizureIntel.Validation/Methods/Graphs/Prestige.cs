using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.LinearAlgebra.Double;
using SeizureIntel.Analytics.Statistics.Graphs;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Validation.Methods.Graphs;

/// <summary>Places that matter because the places around them do.</summary>
public static class Prestige
{
    private const int LargestDense = 800;
    private const double SimpleGap = 1e-9;

    /// <summary>PageRank: where a traveller ends up who follows routes by weight and sometimes starts anew anywhere.</summary>
    /// <param name="graph">Routes; self loops count as they stand.</param>
    /// <param name="damping">Probability (0 to 1) to follow a route; 0.85 is usual.</param>
    /// <returns>Shares from 0 to 1 that sum to 1, one a place; empty for an empty graph.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The damping is not from 0 to below 1.</exception>
    /// <remarks>Assumes that from a place without leaving routes every place is next alike. Edges x steps (about 200). Source: L. Page, S. Brin, R.
    /// Motwani, T. Winograd, The PageRank citation ranking, 1999, section 2.</remarks>
    public static IReadOnlyList<double> PageRank(FlowGraph graph, double damping = 0.85)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(damping, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(damping, 1);
        var n = graph.Places.Count;
        var strength = graph.OutStrengths();
        var rank = new double[n];
        Array.Fill(rank, 1.0 / Math.Max(1, n));
        for (var step = 0; step < 10_000; step++)
        {
            var next = new double[n];
            var stuck = 0.0;
            for (var i = 0; i < n; i++)
            {
                stuck += strength[i] > 0 ? 0 : rank[i];
            }

            for (var e = 0; e < graph.EdgeCount; e++)
            {
                next[graph.To[e]] += rank[graph.From[e]] * graph.Weight[e] / strength[graph.From[e]];
            }

            var change = 0.0;
            for (var i = 0; i < n; i++)
            {
                next[i] = (damping * (next[i] + (stuck / n))) + ((1 - damping) / n);
                change += Math.Abs(next[i] - rank[i]);
            }

            rank = next;
            if (change < 1e-15 * Math.Max(1, Math.Sqrt(n)))
            {
                break;
            }
        }

        return rank;
    }

    /// <summary>HITS hubs and authorities, weighted.</summary>
    /// <param name="graph">Routes; self loops count as they stand.</param>
    /// <returns>The scores, or the reason why they are not unique.</returns>
    /// <remarks>Assumes one leading group of routes; with two of equal weight the scores are arbitrary and not given. Cubic up to 800 places, edges x
    /// steps above. Source: J. Kleinberg, Authoritative sources in a hyperlinked environment, Journal of the ACM 46 (1999), section 3.</remarks>
    public static Outcome<HubScores> HubsAndAuthorities(FlowGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.EdgeCount == 0)
        {
            return Outcome<HubScores>.NotTestable("the graph has no edge");
        }

        if ((graph.Places.Count <= LargestDense ? Dense(graph) : Iterated(graph)) is not { } authority)
        {
            return Outcome<HubScores>.NotTestable("the largest eigenvalue is not simple: two groups of routes lead alike");
        }

        var hub = new double[authority.Length];
        for (var e = 0; e < graph.EdgeCount; e++)
        {
            hub[graph.From[e]] += graph.Weight[e] * authority[graph.To[e]];
        }

        return Outcome<HubScores>.Of(new HubScores(ToShares(hub), ToShares(authority)));
    }

    private static double[]? Dense(FlowGraph graph)
    {
        var n = graph.Places.Count;
        var product = new DenseMatrix(n, n);
        for (var i = 0; i < n; i++)
        {
            for (var e = graph.First[i]; e < graph.First[i + 1]; e++)
            {
                for (var f = graph.First[i]; f < graph.First[i + 1]; f++)
                {
                    product[graph.To[e], graph.To[f]] += graph.Weight[e] * graph.Weight[f];
                }
            }
        }

        var system = product.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric);
        var values = system.EigenValues.Select(v => v.Real).ToArray();
        var order = Enumerable.Range(0, n).OrderByDescending(i => values[i]).ToArray();
        if (n > 1 && values[order[1]] >= values[order[0]] * (1 - SimpleGap))
        {
            return null;
        }

        return [.. system.EigenVectors.Column(order[0]).Select(Math.Abs)];
    }

    // Orthogonal iteration on two vectors: the first tells the scores, the second whether they are unique.
    private static double[]? Iterated(FlowGraph graph)
    {
        var n = graph.Places.Count;
        var random = new SplitMix64(1);
        var first = new double[n];
        var second = new double[n];
        for (var i = 0; i < n; i++)
        {
            first[i] = 1;
            second[i] = random.NextDouble() - 0.5;
        }

        double largest = 0,
            next = 0;
        for (var step = 0; step < 20_000; step++)
        {
            var (a, b) = (Apply(graph, first), Apply(graph, second));
            largest = Normalise(a);
            var overlap = a.Zip(b, (x, y) => x * y).Sum();
            for (var i = 0; i < n; i++)
            {
                b[i] -= overlap * a[i];
            }

            next = Normalise(b);
            var change = a.Zip(first, (x, y) => Math.Abs(x - y)).Max();
            (first, second) = (a, b);
            if (step > 50 && change < 1e-14)
            {
                break;
            }
        }

        return next >= largest * (1 - 1e-6) ? null : first;
    }

    private static double[] Apply(FlowGraph graph, double[] authority)
    {
        var hub = new double[authority.Length];
        var result = new double[authority.Length];
        for (var e = 0; e < graph.EdgeCount; e++)
        {
            hub[graph.From[e]] += graph.Weight[e] * authority[graph.To[e]];
        }

        for (var e = 0; e < graph.EdgeCount; e++)
        {
            result[graph.To[e]] += graph.Weight[e] * hub[graph.From[e]];
        }

        return result;
    }

    private static double Normalise(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(v => v * v));
        for (var i = 0; i < vector.Length && length > 0; i++)
        {
            vector[i] /= length;
        }

        return length;
    }

    private static double[] ToShares(double[] values)
    {
        var sum = values.Sum();
        return [.. values.Select(v => v / sum)];
    }
}
