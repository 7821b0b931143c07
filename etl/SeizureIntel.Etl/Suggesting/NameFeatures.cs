using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Screening;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>What of a column's name is learned: its words, their beginnings and ends, the parts of compounds, runs of four letters, and which words
/// stand beside each other, first and last.</summary>
/// <param name="vocabulary">Words of the list of names, of which compounds are made.</param>
internal sealed class NameFeatures(IReadOnlySet<string> vocabulary)
{
    /// <summary>The feature that every name has.</summary>
    public const uint Always = 1;

    /// <summary>Letters of the shortest part of a compound.</summary>
    public const int ShortestPart = 4;

    private const int Run = 4;
    private const int Stem = 5;
    private static readonly int[] Beginnings = [4, 5, 6, 7];
    private static readonly int[] Ends = [4, 5];

    /// <summary>The features, each once.</summary>
    public IReadOnlyCollection<uint> Of(string name)
    {
        var found = new HashSet<uint>();
        string[] words = [.. ColumnWords.WordsOf(name, keepStars: false).Where(w => !w.All(char.IsDigit))];
        foreach (string word in words)
        {
            if (ColumnWords.IsUnspaced(word))
            {
                OfSigns(word, found);
                continue;
            }

            OfWord(word, found);
            string bounded = "^" + word + "$";
            for (int i = 0; i + Run <= bounded.Length; i++)
                Add(found, 'g', bounded.AsSpan(i, Run));
            foreach (string part in Parts(word))
                OfWord(part, found);
        }

        for (int i = 0; i + 1 < words.Length; i++)
            Add(found, 'b', StemOf(words[i]) + "_" + StemOf(words[i + 1]));
        if (words.Length == 1)
            Add(found, '1', words[0]);
        if (words.Length > 0)
        {
            Add(found, 'l', StemOf(words[^1]));
            Add(found, 'f', StemOf(words[0]));
        }

        return found;
    }

    private static void OfWord(string word, HashSet<uint> found)
    {
        Add(found, 'w', word);
        foreach (int length in Beginnings.Where(n => word.Length >= n))
            Add(found, 'p', word.AsSpan(0, length));
        foreach (int length in Ends.Where(n => word.Length > n))
            Add(found, 's', word.AsSpan(word.Length - length));
    }

    private static void OfSigns(string word, HashSet<uint> found)
    {
        for (int length = 1; length <= 3; length++)
        {
            for (int i = 0; i + length <= word.Length; i++)
                Add(found, 'c', word.AsSpan(i, length));
        }

        if (word.Length > 1)
            Add(found, 'e', word.AsSpan(word.Length - 2));
    }

    // "Beschlagnahmedatum" is a date and a seizure, with or without a letter that joins them.
    private IEnumerable<string> Parts(string word)
    {
        for (int i = word.Length - ShortestPart; i >= ShortestPart; i--)
        {
            if (!vocabulary.Contains(word[i..]))
                continue;
            string before = word[..i];
            foreach (
                string part in (string[])
                    [before, before.TrimEnd('s'), before.EndsWith("en", StringComparison.Ordinal) ? before[..^2] : before]
            )
            {
                if (vocabulary.Contains(part))
                    return [part, word[i..]];
            }
        }

        return [];
    }

    private static string StemOf(string word) => word.Length > Stem ? word[..Stem] : word;

    private static void Add(HashSet<uint> found, char kind, ReadOnlySpan<char> text) => found.Add(TaggerHash.Feature(kind, text));
}
