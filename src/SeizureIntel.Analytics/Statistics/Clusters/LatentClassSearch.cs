using System;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Clusters;

/// <summary>Expectation and maximisation for latent classes from one starting point.</summary>
internal sealed class LatentClassSearch
{
    private readonly (int[] Levels, double Count)[] _patterns;
    private readonly double[] _shares;
    private readonly double[][][] _profiles;
    private readonly double _smoothing;

    public LatentClassSearch((int[] Levels, double Count)[] patterns, int[] categories, int classes, double smoothing, ulong seed)
    {
        _patterns = patterns;
        _smoothing = smoothing;
        _shares = new double[classes];
        Array.Fill(_shares, 1.0 / classes);
        var random = new SplitMix64(seed);
        _profiles = new double[classes][][];
        var isSpread = random.NextDouble() < 0.5;
        var centres = isSpread ? Centres(classes, ref random) : [];
        for (var c = 0; c < classes; c++)
        {
            _profiles[c] = new double[categories.Length][];
            for (var v = 0; v < categories.Length; v++)
            {
                var profile = new double[categories[v]];
                for (var k = 0; k < profile.Length; k++)
                {
                    profile[k] = isSpread ? (centres[c][v] == k ? 3 : 1) : random.NextDouble() + 0.01;
                }

                Normalise(profile);
                _profiles[c][v] = profile;
            }
        }
    }

    public double LogLikelihood { get; private set; } = double.NegativeInfinity;

    public void Run(int steps, double stop)
    {
        var classes = _shares.Length;
        var joint = new double[classes];
        for (var step = 0; step < steps; step++)
        {
            var sums = _profiles.Select(p => p.Select(v => Enumerable.Repeat(_smoothing, v.Length).ToArray()).ToArray()).ToArray();
            var totals = new double[classes];
            Array.Fill(totals, _smoothing);
            var likelihood = 0.0;
            foreach (var (levels, count) in _patterns)
            {
                var sum = 0.0;
                for (var c = 0; c < classes; c++)
                {
                    var product = _shares[c];
                    for (var v = 0; v < levels.Length; v++)
                    {
                        product *= levels[v] < 0 ? 1 : _profiles[c][v][levels[v]];
                    }

                    joint[c] = product;
                    sum += product;
                }

                likelihood += count * Math.Log(Math.Max(sum, double.Epsilon));
                for (var c = 0; c < classes && sum > 0; c++)
                {
                    var part = count * joint[c] / sum;
                    totals[c] += part;
                    for (var v = 0; v < levels.Length; v++)
                    {
                        if (levels[v] >= 0)
                        {
                            sums[c][v][levels[v]] += part;
                        }
                    }
                }
            }

            var gain = likelihood - LogLikelihood;
            LogLikelihood = likelihood;
            if (Math.Abs(gain) < stop)
            {
                break;
            }

            Normalise(totals);
            for (var c = 0; c < classes; c++)
            {
                _shares[c] = totals[c];
                for (var v = 0; v < sums[c].Length; v++)
                {
                    if (sums[c][v].Sum() > 0)
                    {
                        Normalise(sums[c][v]);
                        _profiles[c][v] = sums[c][v];
                    }
                }
            }
        }
    }

    public LatentClassFit ToFit(int parameters, int records)
    {
        var order = Enumerable.Range(0, _shares.Length).OrderByDescending(c => _shares[c]).ToArray();
        return new LatentClassFit(
            [.. order.Select(c => _shares[c])],
            [.. order.Select(c => _profiles[c])],
            LogLikelihood,
            parameters,
            records
        );
    }

    // k-means++ on the share of variables that differ. Source: D. Arthur, S. Vassilvitskii, SODA 2007, section 2.2.
    private int[][] Centres(int classes, ref SplitMix64 random)
    {
        var centres = new int[classes][];
        var distance = new double[_patterns.Length];
        Array.Fill(distance, 1);
        for (var c = 0; c < classes; c++)
        {
            var total = _patterns.Select((p, i) => p.Count * distance[i] * distance[i]).Sum();
            var target = random.NextDouble() * total;
            var chosen = _patterns.Length - 1;
            for (var i = 0; i < _patterns.Length; i++)
            {
                target -= _patterns[i].Count * distance[i] * distance[i];
                if (target < 0)
                {
                    chosen = i;
                    break;
                }
            }

            centres[c] = _patterns[chosen].Levels;
            for (var i = 0; i < distance.Length; i++)
            {
                var differ = _patterns[i].Levels.Zip(centres[c]).Count(p => p.First != p.Second) / (double)centres[c].Length;
                distance[i] = c == 0 ? differ : Math.Min(distance[i], differ);
            }
        }

        return centres;
    }

    private static void Normalise(double[] values)
    {
        var sum = values.Sum();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] /= sum;
        }
    }
}
