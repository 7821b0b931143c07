using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Statistics.Duplicates;

/// <summary>The overlapping pieces of a text, which near copies share.</summary>
public static class Shingles
{
    /// <summary>All pieces of a length of the folded text, its tokens joined by one space.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="length">Characters of a piece, at least 1; 4 is usual.</param>
    /// <returns>The set of pieces; a shorter text is one piece, a text without letters and digits none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 1.</exception>
    /// <remarks>Assumes that case, accents and punctuation do not matter. Linear. Source: A. Broder, On the resemblance and containment of documents,
    /// SEQUENCES 1997, section 2.</remarks>
    public static IReadOnlySet<string> Of(string text, int length = 4)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var runes = FoldedText.Key(text).EnumerateRunes().ToArray();
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        if (runes.Length > 0 && runes.Length < length)
        {
            pieces.Add(string.Concat(runes));
        }

        for (var i = 0; i + length <= runes.Length; i++)
        {
            pieces.Add(string.Concat(runes[i..(i + length)]));
        }

        return pieces;
    }

    /// <summary>Share of the pieces of both texts that they have in common.</summary>
    /// <param name="a">Pieces of a text.</param>
    /// <param name="b">Pieces of another text.</param>
    /// <returns>A share from 0 to 1; 0 if both are empty.</returns>
    /// <remarks>Assumes sets: repeats do not count. Linear. Source: P. Jaccard, New Phytologist 11 (1912), p. 37; Broder 1997, definition 1.</remarks>
    public static double Jaccard(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var shared = a.Count <= b.Count ? a.Count(b.Contains) : b.Count(a.Contains);
        return a.Count + b.Count == 0 ? 0 : shared / (double)(a.Count + b.Count - shared);
    }
}
