using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Classification;

/// <summary>Turns scores into probabilities.</summary>
/// <param name="Slope">Change of the log odds (nats) per unit of score; negative for scores that speak for the class.</param>
/// <param name="Offset">Log odds (nats) against the class at score 0.</param>
public sealed record ScoreScale(double Slope, double Offset)
{
    /// <summary>Learns the scale from examples that were held out.</summary>
    /// <param name="scores">Scores of the examples.</param>
    /// <param name="isPositive">Whether each is of the class.</param>
    /// <returns>The scale.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Assumes a logistic relation. Examples x steps (at most 100). Source: J. Platt, Probabilistic outputs for support vector machines,
    /// 1999; H.-T. Lin, C.-J. Lin, R. Weng, A note on Platt's probabilistic outputs, Machine Learning 68 (2007), appendix.</remarks>
    public static ScoreScale Learn(IReadOnlyList<double> scores, IReadOnlyList<bool> isPositive)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(isPositive);
        if (scores.Count != isPositive.Count)
        {
            throw new ArgumentException($"{scores.Count} scores and {isPositive.Count} answers; expected one each.", nameof(isPositive));
        }

        double positives = isPositive.Count(p => p),
            negatives = isPositive.Count - positives;
        var targets = isPositive.Select(p => p ? (positives + 1) / (positives + 2) : 1 / (negatives + 2)).ToArray();
        var (a, b) = (0.0, Math.Log((negatives + 1) / (positives + 1)));
        var value = Loss(scores, targets, a, b);
        for (var step = 0; step < 100; step++)
        {
            double h11 = 1e-12,
                h22 = 1e-12,
                h21 = 0,
                g1 = 0,
                g2 = 0;
            for (var i = 0; i < scores.Count; i++)
            {
                var p = 1 / (1 + Math.Exp((a * scores[i]) + b));
                var (spread, difference) = (p * (1 - p), targets[i] - p);
                h11 += scores[i] * scores[i] * spread;
                h22 += spread;
                h21 += scores[i] * spread;
                g1 += scores[i] * difference;
                g2 += difference;
            }

            if (Math.Abs(g1) < 1e-5 && Math.Abs(g2) < 1e-5)
            {
                break;
            }

            var determinant = (h11 * h22) - (h21 * h21);
            var (da, db) = (-((h22 * g1) - (h21 * g2)) / determinant, -((h11 * g2) - (h21 * g1)) / determinant);
            var descent = (g1 * da) + (g2 * db);
            var size = 1.0;
            while (size >= 1e-10 && Loss(scores, targets, a + (size * da), b + (size * db)) >= value + (1e-4 * size * descent))
            {
                size /= 2;
            }

            if (size < 1e-10)
            {
                break;
            }

            (a, b) = (a + (size * da), b + (size * db));
            value = Loss(scores, targets, a, b);
        }

        return new ScoreScale(a, b);
    }

    /// <summary>The probability of the class at a score.</summary>
    /// <param name="score">A score.</param>
    /// <returns>A probability from 0 to 1.</returns>
    /// <remarks>Assumes that the scale was learned on such texts. Source: Platt 1999.</remarks>
    public double Probability(double score) => 1 / (1 + Math.Exp((Slope * score) + Offset));

    private static double Loss(IReadOnlyList<double> scores, double[] targets, double a, double b)
    {
        var sum = 0.0;
        for (var i = 0; i < targets.Length; i++)
        {
            var f = (a * scores[i]) + b;
            sum += f >= 0 ? (targets[i] * f) + Math.Log(1 + Math.Exp(-f)) : ((targets[i] - 1) * f) + Math.Log(1 + Math.Exp(f));
        }

        return sum;
    }
}
