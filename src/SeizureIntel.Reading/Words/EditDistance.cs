using System;
using System.Linq;

namespace SeizureIntel.Reading.Words;

/// <summary>Number of edits that turn one text into another; a character is a code point.</summary>
public static class EditDistance
{
    /// <summary>Optimal string alignment: also swaps of neighbours, no part edited twice.</summary>
    /// <param name="a">A text.</param>
    /// <param name="b">Another text.</param>
    /// <returns>A count of edits.</returns>
    /// <remarks>Assumes equal costs; not a metric. Product of the lengths. Source: L. Boytsov, Indexing methods for approximate dictionary searching,
    /// ACM Journal of Experimental Algorithmics 16 (2011), section 2.2.</remarks>
    public static int Alignment(string a, string b) => Restricted(Points(a), Points(b), mayReplace: true, maySwap: true);

    internal static int[] Points(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.EnumerateRunes().Select(r => r.Value)];
    }

    internal static int Restricted(int[] x, int[] y, bool mayReplace, bool maySwap)
    {
        var (before, previous, current) = (new int[y.Length + 1], new int[y.Length + 1], new int[y.Length + 1]);
        for (var j = 0; j <= y.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= x.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= y.Length; j++)
            {
                var best = Math.Min(previous[j], current[j - 1]) + 1;
                if (x[i - 1] == y[j - 1])
                {
                    best = Math.Min(best, previous[j - 1]);
                }
                else if (mayReplace)
                {
                    best = Math.Min(best, previous[j - 1] + 1);
                }

                if (maySwap && i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                current[j] = best;
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[y.Length];
    }
}
