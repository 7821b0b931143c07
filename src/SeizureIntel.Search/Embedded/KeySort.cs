using System;
using System.Collections.Generic;

namespace SeizureIntel.Search.Embedded;

/// <summary>Sorts integers by their digits of eleven bits, the lowest first: a pass over the keys for each digit that the largest key has.</summary>
/// <remarks>Source: D. E. Knuth, The Art of Computer Programming 3, 2nd edition (1998), algorithm R (radix list sort), with counted places.</remarks>
internal static class KeySort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    // Below so many keys comparing them is cheaper.
    private const int Few = 4096;

    /// <summary>Sorts keys.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="bound">Above every key.</param>
    public static void Sort(ulong[] keys, ulong bound)
    {
        if (keys.Length <= Few)
        {
            Array.Sort(keys);
            return;
        }

        ulong[] from = keys,
            to = new ulong[keys.Length];
        foreach (int shift in Shifts(bound))
        {
            int[] places = Places(from, shift);
            foreach (ulong key in from)
                to[places[(int)((key >> shift) & (Digits - 1))]++] = key;
            (from, to) = (to, from);
        }

        if (from != keys)
            from.CopyTo(keys.AsSpan());
    }

    /// <summary>Sorts keys, and values along with them.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="values">One a key.</param>
    /// <param name="bound">Above every key.</param>
    public static void Sort(ulong[] keys, int[] values, ulong bound)
    {
        if (keys.Length <= Few)
        {
            Array.Sort(keys, values);
            return;
        }

        ulong[] from = keys,
            to = new ulong[keys.Length];
        int[] fromValues = values,
            toValues = new int[values.Length];
        foreach (int shift in Shifts(bound))
        {
            int[] places = Places(from, shift);
            for (int i = 0; i < from.Length; i++)
            {
                int place = places[(int)((from[i] >> shift) & (Digits - 1))]++;
                (to[place], toValues[place]) = (from[i], fromValues[i]);
            }

            (from, to, fromValues, toValues) = (to, from, toValues, fromValues);
        }

        if (from == keys)
            return;
        from.CopyTo(keys.AsSpan());
        fromValues.CopyTo(values.AsSpan());
    }

    private static IEnumerable<int> Shifts(ulong bound)
    {
        for (int shift = 0; shift < 64 && bound >> shift > 0; shift += DigitBits)
            yield return shift;
    }

    private static int[] Places(ulong[] keys, int shift)
    {
        int[] places = new int[Digits];
        foreach (ulong key in keys)
            places[(int)((key >> shift) & (Digits - 1))]++;
        int start = 0;
        for (int digit = 0; digit < Digits; digit++)
            (places[digit], start) = (start, start + places[digit]);
        return places;
    }
}
