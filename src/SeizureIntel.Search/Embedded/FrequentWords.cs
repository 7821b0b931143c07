using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace SeizureIntel.Search.Embedded;

/// <summary>Collects in which rows of a segment the frequent words stand: a bit a row reads a hundred times faster than a list of row numbers.</summary>
/// <remarks>Only words that are frequent in the segment are kept as bits; where a segment has none of a word, the full-text index answers.</remarks>
internal sealed class FrequentWords
{
    /// <summary>Segments of fewer rows leave all words to the full-text index.</summary>
    public const int FewestRows = 4_096;

    // One row in 32: fewer are read from the full-text index as fast.
    private const int Share = 32;
    private const int ShortestWord = 3;

    // FTS5, tokenizer ascii: letters and digits of ASCII, and everything beyond ASCII, make a token.
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create([
        .. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => char.IsAsciiLetterOrDigit(c) || !char.IsAscii(c)),
    ]);

    private static readonly SearchValues<char> Letters = SearchValues.Create([
        .. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => char.IsAsciiLetterLower(c) || !char.IsAscii(c)),
    ]);

    private readonly Dictionary<string, List<int>> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> _rowsOf;

    public FrequentWords() => _rowsOf = _rows.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a token of a query may be kept as bits: the full-text index must not cut or change it, and numbers are never frequent.</summary>
    public static bool IsWord(ReadOnlySpan<char> token) => token.Length >= ShortestWord && !token.ContainsAnyExcept(Letters);

    /// <summary>Notes the words of a row's texts.</summary>
    /// <param name="row">The row's number within the segment; never lower than the one before.</param>
    /// <param name="text">The texts as the full-text index gets them.</param>
    public void Add(int row, string text)
    {
        // What the full-text index folds is folded here too; the texts hold no capitals of ASCII, so that nothing is copied.
        ReadOnlySpan<char> rest = text.AsSpan().ContainsAnyInRange('A', 'Z') ? Lowered(text) : text;
        while (!rest.IsEmpty)
        {
            int start = rest.IndexOfAny(TokenCharacters);
            if (start < 0)
                return;
            rest = rest[start..];
            int end = rest.IndexOfAnyExcept(TokenCharacters);
            ReadOnlySpan<char> token = end < 0 ? rest : rest[..end];
            rest = rest[token.Length..];
            if (!IsWord(token))
                continue;
            ref List<int>? rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_rowsOf, token, out _);
            rows ??= [];
            if (rows.Count == 0 || rows[^1] != row)
                rows.Add(row);
        }
    }

    /// <summary>The frequent words of a segment with a bit for each of its rows; nothing is noted afterwards.</summary>
    public IEnumerable<(string Word, byte[] Bits)> Take(int rows)
    {
        if (rows >= FewestRows)
        {
            foreach ((string word, List<int> found) in _rows)
            {
                if (found.Count >= rows / Share)
                    yield return (word, BitsOf(found, rows));
            }
        }

        _rows.Clear();
    }

    private static char[] Lowered(string text) => [.. text.Select(c => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c)];

    private static byte[] BitsOf(List<int> found, int rows)
    {
        byte[] bits = new byte[(rows + 7) / 8];
        foreach (int row in found)
            bits[row >> 3] |= (byte)(1 << (row & 7));
        return bits;
    }
}
