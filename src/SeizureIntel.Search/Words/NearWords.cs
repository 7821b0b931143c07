using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using SeizureIntel.Queries;
using SeizureIntel.Text;

namespace SeizureIntel.Search.Words;

/// <summary>Words near those that find nothing: which are looked at, what is near, and what is told of them; the same on every engine.</summary>
/// <remarks>Candidates come from what all texts hold, and so may not be told by themselves: each is searched for as the reader would search for it,
/// and one that finds nothing is dropped.</remarks>
internal static class NearWords
{
    /// <summary>Letters at the beginning that are taken to be right.</summary>
    public const int Right = 1;

    /// <summary>Fewest letters of a word that is looked at.</summary>
    public const int Least = 4;

    /// <summary>Most candidates that are searched for.</summary>
    public const int MostCandidates = 200;

    private const int LeastNear = 3;
    private const int MostTold = 3;
    private const int Long = 6;

    /// <summary>How many single letters a word may be wrong by.</summary>
    public static int Reach(string word) => Length(word) >= Long ? 2 : 1;

    /// <summary>The suggestions for a text.</summary>
    /// <param name="text">The text of a query.</param>
    /// <param name="count">How many seizures the reader finds with each of some words, searched for by itself.</param>
    /// <param name="near">Words of the texts that may be near a word; more than are near do no harm.</param>
    /// <param name="named">Words of the names of codes.</param>
    public static async Task<IReadOnlyList<WordSuggestion>> FindAsync(
        string text,
        Func<IReadOnlyList<string>, Task<IReadOnlyList<int>>> count,
        Func<string, Task<IReadOnlyList<string>>> near,
        IReadOnlyCollection<string> named
    )
    {
        string[] words = [.. FoldedText.Tokens(text).Where(w => IsWord(w) && Length(w) >= Least).Distinct(StringComparer.Ordinal)];
        if (words.Length == 0)
            return [];
        IReadOnlyList<int> found = await count(words);
        var told = new List<WordSuggestion>();
        for (int i = 0; i < words.Length; i++)
        {
            if (found[i] > 0)
                continue;
            string word = words[i];
            (string Word, int Distance)[] candidates =
            [
                .. (await near(word))
                    .Concat(named)
                    .Distinct(StringComparer.Ordinal)
                    .Where(w => w != word && IsWord(w) && Length(w) >= LeastNear)
                    .Select(w => (Word: w, Distance: Distance(word, w)))
                    .Where(c => c.Distance <= Reach(word))
                    .OrderBy(c => c.Distance)
                    .ThenBy(c => c.Word, StringComparer.Ordinal)
                    .Take(MostCandidates),
            ];
            if (candidates.Length == 0)
                continue;
            IReadOnlyList<int> seizures = await count([.. candidates.Select(c => c.Word)]);
            told.AddRange(
                candidates
                    .Select((c, at) => (c.Distance, Told: new WordSuggestion(word, c.Word, seizures[at])))
                    .Where(c => c.Told.Seizures > 0)
                    .OrderBy(c => c.Distance)
                    .ThenByDescending(c => c.Told.Seizures)
                    .ThenBy(c => c.Told.Instead, StringComparer.Ordinal)
                    .Take(MostTold)
                    .Select(c => c.Told)
            );
        }

        return told;
    }

    /// <summary>Single letters by which two words differ: one exchanged, put in, left out, or changed with its neighbour; more than any reach where their
    /// first letters differ.</summary>
    /// <remarks>Source: L. Boytsov, Indexing methods for approximate dictionary searching, Journal of Experimental Algorithmics 16 (2011), section 2.2
    /// (optimal string alignment).</remarks>
    public static int Distance(string a, string b)
    {
        Rune[] from = [.. a.EnumerateRunes()],
            to = [.. b.EnumerateRunes()];
        if (!from.AsSpan().StartsWith(to.AsSpan(0, Math.Min(Right, to.Length))) || Math.Abs(from.Length - to.Length) > 2)
            return int.MaxValue;
        var rows = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
            rows[i, 0] = i;
        for (int j = 0; j <= to.Length; j++)
            rows[0, j] = j;
        for (int i = 1; i <= from.Length; i++)
        {
            for (int j = 1; j <= to.Length; j++)
            {
                int change = rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(change, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[from.Length, to.Length];
    }

    private static bool IsWord(string token)
    {
        foreach (Rune rune in token.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
                return false;
        }

        return token.Length > 0 && !SearchTokens.IsUnspaced(token);
    }

    private static int Length(string word) => word.EnumerateRunes().Count();
}
