using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Statistics.Classification;

/// <summary>Words, pairs of words and pieces of words of a text as numbered features, without a dictionary.</summary>
public static class HashedFeatures
{
    /// <summary>Number of features.</summary>
    public const int Count = 1 << 18;

    private const int ShortestPiece = 2;
    private const int LongestPiece = 5;

    /// <summary>Counts the features of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Occurrences of words, pairs of neighbouring words, and pieces of 2 to 5 characters of each word with its borders, by hashed number.</returns>
    /// <remarks>Assumes that few features share a number. Linear. Source: K. Weinberger et al., Feature hashing for large scale multitask learning,
    /// ICML 2009, section 2.</remarks>
    public static IReadOnlyDictionary<int, int> Counts(string text)
    {
        var tokens = FoldedText.Tokens(text);
        var counts = new Dictionary<int, int>();
        for (var i = 0; i < tokens.Count; i++)
        {
            Add("w " + tokens[i]);
            if (i > 0)
            {
                Add("w " + tokens[i - 1] + " " + tokens[i]);
            }

            var word = " " + tokens[i] + " ";
            for (var length = ShortestPiece; length <= LongestPiece; length++)
            {
                for (var start = 0; start + length <= word.Length; start++)
                {
                    Add(string.Concat("c ", word.AsSpan(start, length)));
                }
            }
        }

        return counts;

        void Add(string feature)
        {
            var place = (int)(Hash(feature) % Count);
            counts[place] = counts.GetValueOrDefault(place) + 1;
        }
    }

    // FNV-1a with the finish of SplitMix64, the same on every machine.
    private static ulong Hash(string feature)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in feature)
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return new SplitMix64(hash).Next();
    }
}
