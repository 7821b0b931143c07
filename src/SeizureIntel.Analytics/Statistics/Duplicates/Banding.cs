using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Duplicates;

/// <summary>How signatures are cut into bands so that near copies meet in at least one of them.</summary>
/// <param name="Bands">Number of bands (count).</param>
/// <param name="Rows">Numbers of a band (count).</param>
public sealed record Banding(int Bands, int Rows)
{
    // Nodes and weights of Gauss-Legendre, 8 points on [-1, 1]. Source: Abramowitz and Stegun, table 25.4.
    private static readonly (double Node, double Weight)[] Rule =
    [
        (0.183434642495649805, 0.362683783378361983),
        (0.525532409916328986, 0.313706645877887287),
        (0.796666477413626740, 0.222381034453374471),
        (0.960289856497536232, 0.101228536290376259),
    ];

    /// <summary>The banding with the least error around a threshold.</summary>
    /// <param name="threshold">Overlap from which texts are near copies (a share, 0 to 1).</param>
    /// <param name="length">Numbers in a signature (count).</param>
    /// <returns>The banding that minimises half the area of false positives and half that of false negatives; the first among equals.</returns>
    /// <remarks>Assumes overlaps that are spread evenly. Length x log length x a few hundred. Source: J. Leskovec, A. Rajaraman, J. Ullman, Mining of
    /// Massive Datasets, 2nd ed. 2014, section 3.4; areas as in datasketch.</remarks>
    public static Banding For(double threshold, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var best = new Banding(1, 1);
        var least = double.PositiveInfinity;
        for (var bands = 1; bands <= length; bands++)
        {
            for (var rows = 1; rows <= length / bands; rows++)
            {
                var candidate = new Banding(bands, rows);
                var error =
                    (0.5 * Area(candidate.Probability, 0, threshold)) + (0.5 * Area(s => 1 - candidate.Probability(s), threshold, 1));
                if (error < least)
                {
                    (best, least) = (candidate, error);
                }
            }
        }

        return best;
    }

    /// <summary>Probability that two texts meet in a band.</summary>
    /// <param name="overlap">Their overlap (a share, 0 to 1).</param>
    /// <returns>A probability from 0 to 1.</returns>
    /// <remarks>Assumes independent hash functions. Source: Leskovec, Rajaraman, Ullman 2014, section 3.4.2.</remarks>
    public double Probability(double overlap) => 1 - Math.Pow(1 - Math.Pow(overlap, Rows), Bands);

    /// <summary>All pairs of signatures that share a band.</summary>
    /// <param name="signatures">Signatures of at least bands times rows numbers.</param>
    /// <returns>Pairs of positions, the smaller first, each once, in ascending order; to be verified with the exact overlap.</returns>
    /// <exception cref="ArgumentException">A signature is too short.</exception>
    /// <remarks>Assumes signatures of the same functions. Signatures x bands, and the number of pairs. Source: P. Indyk, R. Motwani, Approximate
    /// nearest neighbors, STOC 1998, section 4.</remarks>
    public IReadOnlyList<(int First, int Second)> Candidates(IReadOnlyList<IReadOnlyList<uint>> signatures)
    {
        ArgumentNullException.ThrowIfNull(signatures);
        if (signatures.Any(s => s.Count < Bands * Rows))
        {
            throw new ArgumentException($"A signature is shorter than {Bands} bands of {Rows} numbers.", nameof(signatures));
        }

        var found = new SortedSet<(int First, int Second)>();
        for (var band = 0; band < Bands; band++)
        {
            var start = band * Rows;
            var buckets = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var i = 0; i < signatures.Count; i++)
            {
                var key = string.Join(',', Enumerable.Range(start, Rows).Select(r => signatures[i][r]));
                if (!buckets.TryGetValue(key, out var members))
                {
                    buckets[key] = members = [];
                }

                found.UnionWith(members.Select(m => (m, i)));
                members.Add(i);
            }
        }

        return [.. found];
    }

    // Sixteen panels: the integrand is a smooth step whose steepest part is wider than one of them.
    private static double Area(Func<double, double> height, double from, double to)
    {
        const int panels = 16;
        var half = (to - from) / panels / 2;
        var sum = 0.0;
        for (var panel = 0; panel < panels; panel++)
        {
            var middle = from + (((2 * panel) + 1) * half);
            foreach (var (node, weight) in Rule)
            {
                sum += weight * (height(middle - (node * half)) + height(middle + (node * half)));
            }
        }

        return sum * half;
    }
}
