using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Rates;

/// <summary>Counts of siblings, of which most are small and come again and again: the gamma functions are worked out once for each different count.</summary>
internal sealed class SiblingCounts
{
    private readonly double[] _kinds;
    private readonly double[] _logFactorials;
    private readonly int[] _kindOf;

    public SiblingCounts(ReadOnlySpan<double> counts)
    {
        var numbers = new Dictionary<double, int>();
        var kinds = new List<double>();
        _kindOf = new int[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            if (!numbers.TryGetValue(counts[i], out var kind))
            {
                numbers[counts[i]] = kind = kinds.Count;
                kinds.Add(counts[i]);
            }

            _kindOf[i] = kind;
        }

        _kinds = [.. kinds];
        _logFactorials = new double[_kinds.Length];
        for (var kind = 0; kind < _kinds.Length; kind++)
        {
            _logFactorials[kind] = GammaFunctions.LogGamma(_kinds[kind] + 1);
        }
    }

    /// <summary>Minus the log likelihood (nats) under a gamma law of a shape and a mean; summed over the siblings in their order.</summary>
    public double MinusLogLikelihood(double shape, double mean)
    {
        var logMean = Math.Log(mean / (shape + mean));
        var atZero = shape * Math.Log(shape / (shape + mean));
        var logGammaShape = GammaFunctions.LogGamma(shape);
        var terms = new double[_kinds.Length];
        for (var kind = 0; kind < terms.Length; kind++)
        {
            var count = _kinds[kind];
            terms[kind] = count > 0 ? GammaFunctions.LogGamma(shape + count) - logGammaShape - _logFactorials[kind] + (count * logMean) : 0;
        }

        var sum = 0.0;
        foreach (var kind in _kindOf)
        {
            sum -= atZero;
            sum -= terms[kind];
        }

        return sum;
    }
}
