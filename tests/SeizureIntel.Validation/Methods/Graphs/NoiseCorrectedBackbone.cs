using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Graphs;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Validation.Methods.Graphs;

/// <summary>Which edges are heavier than their ends let expect. Self loops count in strengths and degrees.</summary>
public static class NoiseCorrectedBackbone
{
    /// <summary>Noise-corrected backbone: which edges are heavier than the strengths of their ends let expect.</summary>
    /// <param name="graph">Routes with whole-number weights, self loops included.</param>
    /// <returns>One answer an edge, in the order of the graph's edges; empty for an empty graph. An edge passes where score minus 1.64 deviations is
    /// above 0 and its weight is at least 3.</returns>
    /// <remarks>Assumes binomial weights with a beta prior from the hypergeometric law. Linear. Source: M. Coscia, F. Neffke, Network backboning with
    /// noisy data, ICDE 2017, section IV; the prior's second parameter is also given by matching both moments, where the published code has 1 -
    /// mean^2 for (1 - mean)^2.</remarks>
    public static IReadOnlyList<EdgeNoise> Of(FlowGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (outStrength, inStrength) = (graph.OutStrengths(), graph.InStrengths());
        var total = outStrength.Sum();
        var answers = new EdgeNoise[graph.EdgeCount];
        for (var e = 0; e < answers.Length; e++)
        {
            var (si, sj, w) = (outStrength[graph.From[e]], inStrength[graph.To[e]], graph.Weight[e]);
            var kappa = total / (si * sj);
            var share = si * sj / (total * total);
            answers[e] = new EdgeNoise(
                graph.EdgeAt(e),
                ((kappa * w) - 1) / ((kappa * w) + 1),
                Deviation(w, si, sj, total, isPublished: false),
                Deviation(w, si, sj, total, isPublished: true),
                BinomialUpToward(w, total, share),
                BinomialFrom(w, total, share)
            );
        }

        return answers;
    }

    private static double? Deviation(double w, double si, double sj, double total, bool isPublished)
    {
        var mean = si * sj / (total * total);
        var variance = si * sj * (total - si) * (total - sj) / (total * total * total * total * (total - 1));
        if (!(variance > 0))
        {
            return null;
        }

        var alpha = (mean * mean / variance * (1 - mean)) - mean;
        var beta = (mean / variance * (isPublished ? 1 - (mean * mean) : (1 - mean) * (1 - mean))) - (1 - mean);
        var posterior = (alpha + w) / (alpha + beta + total);
        var weightVariance = posterior * (1 - posterior) * total;
        var kappa = total / (si * sj);
        var slope = (1 / (si * sj)) - (total * (si + sj) / (si * sj * si * sj));
        var gradient = 2 * (kappa + (w * slope)) / (((kappa * w) + 1) * ((kappa * w) + 1));
        var deviation = Math.Sqrt(weightVariance) * Math.Abs(gradient);
        return double.IsFinite(deviation) ? deviation : null;
    }

    private static double BinomialUpToward(double w, double n, double p) =>
        w >= n || p <= 0 ? 1
        : p >= 1 ? 0
        : IncompleteBeta.Regularized(n - w, w + 1, 1 - p, p);

    private static double BinomialFrom(double w, double n, double p) =>
        w <= 0 || p >= 1 ? 1
        : p <= 0 ? 0
        : IncompleteBeta.Regularized(w, n - w + 1, p, 1 - p);
}
