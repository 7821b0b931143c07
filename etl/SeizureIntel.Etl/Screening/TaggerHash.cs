using System;

namespace SeizureIntel.Etl.Screening;

/// <summary>The hashes by which the tagger knows words and features; the same on every machine.</summary>
internal static class TaggerHash
{
    public const uint Start = 2166136261;
    private const uint Prime = 16777619;
    private const ulong LongPrime = 0x9E3779B97F4A7C15;

    public static uint Of(uint hash, uint value)
    {
        unchecked
        {
            hash = (hash ^ value) * Prime;
            return hash ^ (hash >> 15);
        }
    }

    public static uint Of(uint hash, uint first, uint second) => Of(Of(hash, first), second);

    public static uint Of(uint hash, ReadOnlySpan<char> text)
    {
        unchecked
        {
            foreach (char c in text)
                hash = (hash ^ c) * Prime;
        }

        return Of(hash, 0x9e37u);
    }

    /// <summary>A word or phrase in 64 bits, so that others hardly ever have the same.</summary>
    public static ulong Word(ReadOnlySpan<char> text)
    {
        ulong hash = 0;
        foreach (char c in text)
            hash = Join(hash, c);
        return Join(hash, 0);
    }

    /// <summary>A feature of a kind.</summary>
    public static uint Feature(char kind, ReadOnlySpan<char> text) => Of(Of(Start, kind), text);

    /// <summary>A phrase that goes on by a word.</summary>
    public static ulong Join(ulong phrase, uint word)
    {
        unchecked
        {
            phrase = (phrase ^ word) * LongPrime;
            return phrase ^ (phrase >> 29);
        }
    }
}
