using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Text;

namespace SeizureIntel.Workbench.Faults;

/// <summary>Finds what somebody may have meant.</summary>
public static class NearestNames
{
    /// <summary>The names nearest to a text, best first; a name that begins with the text comes before one that resembles it.</summary>
    public static IReadOnlyList<string> Of(string text, IEnumerable<string> names, int count = 3) =>
        [
            .. names
                .Distinct(StringComparer.Ordinal)
                .OrderBy(n => n.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
                .ThenBy(n => Distance(n.ToUpperInvariant(), text.ToUpperInvariant()))
                .ThenBy(n => n, StringComparer.Ordinal)
                .Take(count),
        ];

    /// <summary>"Did you mean a, b or c?"</summary>
    public static Phrase Question(string text, IEnumerable<string> names)
    {
        IReadOnlyList<string> nearest = Of(text, names);
        if (nearest.Count == 0)
            return "There are none.";
        if (nearest is [{ } only])
            return $"Did you mean {only}?";
        return $"Did you mean {string.Join(", ", nearest.SkipLast(1))} or {nearest[^1]}?";
    }

    // Damerau-Levenshtein in its restricted form: a swap of two neighbours is one slip of the fingers.
    private static int Distance(string a, string b)
    {
        int[,] d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
