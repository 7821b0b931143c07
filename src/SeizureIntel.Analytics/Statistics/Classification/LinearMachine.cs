using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Classification;

/// <summary>A linear support vector machine that tells two kinds of texts apart.</summary>
public sealed class LinearMachine
{
    private const int MostPasses = 1000;

    private readonly double[] _weights;

    private LinearMachine(double[] weights, double bias)
    {
        _weights = weights;
        Bias = bias;
    }

    /// <summary>Weight of each feature (no unit).</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>Weight of the constant feature 1 (no unit).</summary>
    public double Bias { get; }

    /// <summary>Learns from examples.</summary>
    /// <param name="rows">Features of each example.</param>
    /// <param name="isPositive">Whether the example is of the kind looked for.</param>
    /// <param name="features">Number of features; positions are below it.</param>
    /// <param name="cost">Cost C of a misplaced example, above 0.</param>
    /// <param name="tolerance">Largest violation of the optimum's conditions; .1 is enough for text.</param>
    /// <param name="seed">Seed of the order of the examples.</param>
    /// <returns>The machine, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Assumes features of similar scale; minimises |w|^2/2 + C sum max(0, 1 - y w x)^2, the bias counted among the weights. Features x
    /// passes (about ten). Source: C.-J. Hsieh et al., A dual coordinate descent method for large-scale linear SVM, ICML 2008, algorithm 3 (with
    /// shrinking).</remarks>
    public static Outcome<LinearMachine> Learn(
        IReadOnlyList<SparseVector> rows,
        IReadOnlyList<bool> isPositive,
        int features,
        double cost = 1,
        double tolerance = 0.1,
        ulong seed = 1
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(isPositive);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cost);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        if (rows.Count != isPositive.Count)
        {
            throw new ArgumentException($"{rows.Count} examples and {isPositive.Count} answers; expected one each.", nameof(isPositive));
        }

        if (isPositive.Distinct().Count() < 2)
        {
            return Outcome<LinearMachine>.NotTestable("examples of one kind only");
        }

        var weights = new double[features];
        var bias = 0.0;
        var slack = 1 / (2 * cost);
        var alpha = new double[rows.Count];
        var square = rows.Select(r => r.Values.Sum(v => v * v) + 1 + slack).ToArray();
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new SplitMix64(seed);
        var active = order.Length;
        var ceiling = double.PositiveInfinity;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            double largest = double.NegativeInfinity,
                smallest = double.PositiveInfinity;
            for (var i = active - 1; i > 0; i--)
            {
                var j = (int)(random.Next() % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            for (var s = 0; s < active; s++)
            {
                var i = order[s];
                double y = isPositive[i] ? 1 : -1;
                var gradient = (y * (rows[i].Dot(weights) + bias)) - 1 + (slack * alpha[i]);
                if (alpha[i] == 0 && gradient > ceiling)
                {
                    active--;
                    (order[s], order[active]) = (order[active], order[s]);
                    s--;
                    continue;
                }

                var projected = alpha[i] == 0 ? Math.Min(gradient, 0) : gradient;
                largest = Math.Max(largest, projected);
                smallest = Math.Min(smallest, projected);
                if (Math.Abs(projected) > 1e-12)
                {
                    var next = Math.Max(0, alpha[i] - (gradient / square[i]));
                    var step = (next - alpha[i]) * y;
                    alpha[i] = next;
                    bias += step;
                    for (var f = 0; f < rows[i].Positions.Length; f++)
                    {
                        weights[rows[i].Positions[f]] += step * rows[i].Values[f];
                    }
                }
            }

            if (largest - smallest <= tolerance)
            {
                // The set aside examples are looked at once more before the end.
                if (active == order.Length)
                {
                    break;
                }

                active = order.Length;
                ceiling = double.PositiveInfinity;
                continue;
            }

            ceiling = largest <= 0 ? double.PositiveInfinity : largest;
        }

        return Outcome<LinearMachine>.Of(new LinearMachine(weights, bias));
    }

    /// <summary>On which side of the border a text lies, and how far.</summary>
    /// <param name="row">Features.</param>
    /// <returns>A score (no unit), above 0 for the kind looked for.</returns>
    /// <remarks>Assumes features as they were learned. Linear. Source: Hsieh et al. 2008, section 1.</remarks>
    public double Score(SparseVector row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Dot(_weights) + Bias;
    }
}
