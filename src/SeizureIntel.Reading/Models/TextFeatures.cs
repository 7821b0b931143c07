using System;
using System.Collections.Generic;
using Microsoft.ML.Data;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Models;

/// <summary>What a model sees of a text: its words and their parts, hashed, so that a kept model holds no word.</summary>
internal static class TextFeatures
{
    /// <summary>Slots of the vector.</summary>
    public const int Size = 1 << 15;

    private const int ShortestPart = 3;
    private const int LongestPart = 5;
    private const float WordWeight = 2;

    /// <summary>The vector of a text, of length 1; empty where the text has no word.</summary>
    /// <remarks>Words, their parts of three to five letters with word ends, the same of their sound, Chinese characters and pairs of them; hashed by FNV-1a.
    /// Source: K. Weinberger et al., Feature hashing for large scale multitask learning, ICML 2009.</remarks>
    public static VBuffer<float> Of(string text)
    {
        var weights = new SortedDictionary<int, float>();
        List<Token> tokens = Tokens.Of(text);
        for (int i = 0; i < tokens.Count; i++)
        {
            Token token = tokens[i];
            Add(weights, token.Text, WordWeight);
            if (token.Kind == TokenKind.Han)
            {
                if (i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Han)
                    Add(weights, token.Text + tokens[i + 1].Text, WordWeight);
                continue;
            }

            AddParts(weights, $"<{token.Text}>");
            // The sound stands beside the letters, and for itself.
            string sound = Sounds.Of(token.Text);
            Add(weights, "~" + sound, WordWeight);
            AddParts(weights, $"[{sound}]");
        }

        double norm = 0;
        foreach (float weight in weights.Values)
            norm += weight * weight;
        var values = new float[weights.Count];
        var slots = new int[weights.Count];
        int at = 0;
        foreach ((int slot, float weight) in weights)
            (slots[at], values[at++]) = (slot, (float)(weight / Math.Sqrt(norm)));
        return new VBuffer<float>(Size, slots.Length, values, slots);
    }

    private static void AddParts(SortedDictionary<int, float> weights, string bounded)
    {
        for (int length = ShortestPart; length <= LongestPart; length++)
        {
            for (int start = 0; start + length <= bounded.Length; start++)
                Add(weights, bounded.AsSpan(start, length), 1);
        }
    }

    private static void Add(SortedDictionary<int, float> weights, ReadOnlySpan<char> part, float weight)
    {
        uint hash = 2166136261;
        foreach (char c in part)
            hash = unchecked((hash ^ c) * 16777619);
        int slot = (int)((hash ^ (hash >> 15)) & (Size - 1));
        weights[slot] = weights.GetValueOrDefault(slot) + weight;
    }
}
