using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Duplicates;

/// <summary>Short signatures of texts from which their overlap can be estimated.</summary>
public static class MinHash
{
    private const ulong Seed = 1;

    /// <summary>The signature of a set of pieces.</summary>
    /// <param name="pieces">Pieces of a text.</param>
    /// <param name="length">Numbers in the signature, at least 1; 128 is usual.</param>
    /// <returns>The smallest hash of each of so many hash functions; the same on every machine.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is below 1.</exception>
    /// <remarks>Assumes hash functions that behave as if drawn at random. Pieces x length. Source: A. Broder, On the resemblance and containment of
    /// documents, 1997, section 3; multiply-shift functions of M. Dietzfelbinger et al., Journal of Algorithms 25 (1997), p. 19, over FNV-1a with the
    /// finish of SplitMix64.</remarks>
    public static IReadOnlyList<uint> Signature(IReadOnlySet<string> pieces, int length = 128)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var random = new SplitMix64(Seed);
        var functions = new (ulong Factor, ulong Shift)[length];
        for (var i = 0; i < length; i++)
        {
            functions[i] = (random.Next() | 1, random.Next());
        }

        var signature = new uint[length];
        Array.Fill(signature, uint.MaxValue);
        foreach (var hash in pieces.Select(Hash))
        {
            for (var i = 0; i < length; i++)
            {
                var value = unchecked((uint)(((hash * functions[i].Factor) + functions[i].Shift) >> 32));
                signature[i] = Math.Min(signature[i], value);
            }
        }

        return signature;
    }

    /// <summary>Estimate of the overlap from two signatures.</summary>
    /// <param name="a">A signature.</param>
    /// <param name="b">Another of the same length.</param>
    /// <returns>A share from 0 to 1; its standard deviation is at most .044 for 128 numbers.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Assumes signatures of the same functions. Linear. Source: Broder 1997, section 3.</remarks>
    public static double Estimate(IReadOnlyList<uint> a, IReadOnlyList<uint> b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Count != b.Count || a.Count == 0)
        {
            throw new ArgumentException($"Signatures of {a.Count} and {b.Count} numbers; expected the same length, above 0.", nameof(b));
        }

        return a.Zip(b).Count(p => p.First == p.Second) / (double)a.Count;
    }

    internal static ulong Hash(string piece)
    {
        unchecked
        {
            var hash = 14695981039346656037UL;
            foreach (var c in piece)
            {
                hash = (hash ^ (byte)c) * 1099511628211UL;
                hash = (hash ^ (byte)(c >> 8)) * 1099511628211UL;
            }

            return new SplitMix64(hash).Next();
        }
    }
}
