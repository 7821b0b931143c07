using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>Likelihood of positive counts under two negative binomial laws; gamma functions are computed once a count, not once a cell.</summary>
internal sealed class TruncatedMixtureLikelihood
{
    private readonly double[] _expected;
    private readonly int[] _kind;
    private readonly double[] _counts;

    public TruncatedMixtureLikelihood(IReadOnlyCollection<CellCount> cells)
    {
        var used = cells.Where(c => c.Count >= 1 && c.Expected > 0).ToArray();
        _expected = [.. used.Select(c => c.Expected)];
        _counts = [.. used.Select(c => c.Count).Distinct().Order()];
        _kind = [.. used.Select(c => Array.BinarySearch(_counts, c.Count))];
    }

    public int Cells => _expected.Length;

    public double Minus(double shape1, double rate1, double shape2, double rate2, double weight)
    {
        var (gamma1, gamma2) = (GammaTerms(shape1), GammaTerms(shape2));
        var sum = 0.0;
        for (var i = 0; i < _expected.Length; i++)
        {
            var kind = _kind[i];
            var first = Density(shape1, rate1, _expected[i], _counts[kind], gamma1[kind]);
            var second = Density(shape2, rate2, _expected[i], _counts[kind], gamma2[kind]);
            sum -= Math.Log(Math.Max(double.Epsilon, (weight * first) + ((1 - weight) * second)));
        }

        return sum;
    }

    private static double Density(double shape, double rate, double expected, double count, double gammaTerm)
    {
        var atZero = shape * Math.Log(1 + (expected / rate));
        var positive = atZero < 1e-5 ? atZero * (1 - (atZero / 2)) : 1 - Math.Exp(-atZero);
        return Math.Exp(gammaTerm - atZero - (count * Math.Log(1 + (rate / expected)))) / positive;
    }

    private double[] GammaTerms(double shape)
    {
        var atShape = GammaFunctions.LogGamma(shape);
        return [.. _counts.Select(n => GammaFunctions.LogGamma(shape + n) - atShape - GammaFunctions.LogGamma(n + 1))];
    }
}
