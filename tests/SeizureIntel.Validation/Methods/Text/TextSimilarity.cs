using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Validation.Methods.Text;

/// <summary>How alike two short texts are, from 0 to 1; a character is a code point.</summary>
public static class TextSimilarity
{
    private const int LongestPrefix = 4;

    /// <summary>Jaro similarity: common characters at nearly the same place.</summary>
    /// <param name="a">A text.</param>
    /// <param name="b">Another text.</param>
    /// <returns>A share from 0 to 1; 1 for two empty texts.</returns>
    /// <remarks>Assumes short strings such as names. Product of the lengths. Source: M. Jaro, Advances in record-linkage methodology, Journal of the
    /// American Statistical Association 84 (1989), p. 416.</remarks>
    public static double Jaro(string a, string b)
    {
        var (x, y) = (EditDistance.Points(a), EditDistance.Points(b));
        if (x.Length == 0 || y.Length == 0)
        {
            return x.Length == y.Length ? 1 : 0;
        }

        var window = Math.Max(0, (Math.Max(x.Length, y.Length) / 2) - 1);
        var taken = new bool[y.Length];
        var common = new List<int>();
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j <= Math.Min(y.Length - 1, i + window); j++)
            {
                if (!taken[j] && x[i] == y[j])
                {
                    taken[j] = true;
                    common.Add(x[i]);
                    break;
                }
            }
        }

        if (common.Count == 0)
        {
            return 0;
        }

        double m = common.Count;
        var swapped = y.Where((_, j) => taken[j]).Zip(common).Count(p => p.First != p.Second) / 2.0;
        return ((m / x.Length) + (m / y.Length) + ((m - swapped) / m)) / 3;
    }

    /// <summary>Jaro-Winkler similarity: Jaro, raised for a common beginning of up to four characters.</summary>
    /// <param name="a">A text.</param>
    /// <param name="b">Another text.</param>
    /// <param name="weight">Weight of a common character at the beginning (a share, at most .25).</param>
    /// <returns>A share from 0 to 1.</returns>
    /// <remarks>Assumes that errors are rarer at the beginning; raised at any similarity. Source: W. Winkler, String comparator metrics and enhanced
    /// decision rules in the Fellegi-Sunter model, ASA Section on Survey Research Methods 1990, p. 354.</remarks>
    public static double JaroWinkler(string a, string b, double weight = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, 0.25);
        var (x, y) = (EditDistance.Points(a), EditDistance.Points(b));
        var jaro = Jaro(a, b);
        var prefix = 0;
        while (prefix < LongestPrefix && prefix < x.Length && prefix < y.Length && x[prefix] == y[prefix])
        {
            prefix++;
        }

        return jaro + (prefix * weight * (1 - jaro));
    }

    /// <summary>Cosine of the counts of character pairs.</summary>
    /// <param name="a">A text.</param>
    /// <param name="b">Another text.</param>
    /// <returns>A share from 0 to 1; 1 if both have fewer than two characters, null if one has.</returns>
    /// <remarks>Assumes that the order of pairs does not matter. Linear. Source: G. Salton, M. McGill, Introduction to Modern Information Retrieval,
    /// 1983, section 4.1; pairs as in M. van der Loo, The stringdist package, R Journal 6 (2014), section 3.</remarks>
    public static double? BigramCosine(string a, string b)
    {
        var (x, y) = (Bigrams(a), Bigrams(b));
        if (x.Count == 0 || y.Count == 0)
        {
            return x.Count == y.Count ? 1 : null;
        }

        var product = x.Sum(p => (double)p.Value * y.GetValueOrDefault(p.Key));
        return product / Math.Sqrt(x.Values.Sum(v => (double)v * v) * y.Values.Sum(v => (double)v * v));
    }

    /// <summary>Shared character pairs over all character pairs of both texts.</summary>
    /// <param name="a">A text.</param>
    /// <param name="b">Another text.</param>
    /// <returns>A share from 0 to 1; 0 if one has fewer than two characters, null if both have.</returns>
    /// <remarks>Assumes that how often a pair occurs does not matter. Linear. Source: P. Jaccard, New Phytologist 11 (1912), p. 37; pairs as in van
    /// der Loo 2014, section 3.</remarks>
    public static double? BigramJaccard(string a, string b)
    {
        var (x, y) = (Bigrams(a), Bigrams(b));
        var shared = x.Keys.Count(y.ContainsKey);
        var all = x.Count + y.Count - shared;
        return all == 0 ? null : shared / (double)all;
    }

    private static Dictionary<(int, int), int> Bigrams(string text)
    {
        var points = EditDistance.Points(text);
        var counts = new Dictionary<(int, int), int>();
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var pair = (points[i], points[i + 1]);
            counts[pair] = counts.GetValueOrDefault(pair) + 1;
        }

        return counts;
    }
}
