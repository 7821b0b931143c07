using System;
using System.Collections.Generic;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Numbers from 0, each in 1, 2 or 4 bytes.</summary>
internal readonly struct PackedNumbers
{
    private readonly byte[]? _bytes;
    private readonly ushort[]? _pairs;
    private readonly int[]? _ints;

    private PackedNumbers(byte[]? bytes, ushort[]? pairs, int[]? ints) => (_bytes, _pairs, _ints) = (bytes, pairs, ints);

    /// <summary>The number at a place.</summary>
    public int this[int at] =>
        _bytes is not null ? _bytes[at]
        : _pairs is not null ? _pairs[at]
        : _ints![at];

    /// <summary>Packs numbers below a bound.</summary>
    public static PackedNumbers Of(ReadOnlySpan<int> numbers, int below)
    {
        PackedNumbers packed = Room(numbers.Length, below);
        packed.Write(0, numbers);
        return packed;
    }

    /// <summary>Parts one after the other, all below a bound.</summary>
    /// <param name="parts">The parts with their lengths.</param>
    /// <param name="count">Numbers in all.</param>
    /// <param name="below">What each is below.</param>
    public static PackedNumbers Join(IReadOnlyList<(PackedNumbers Part, int Length)> parts, int count, int below)
    {
        PackedNumbers all = Room(count, below);
        int at = 0;
        foreach ((PackedNumbers part, int length) in parts)
        {
            if (part._bytes is not null && all._bytes is not null)
                part._bytes.CopyTo(all._bytes, at);
            else if (part._pairs is not null && all._pairs is not null)
                part._pairs.CopyTo(all._pairs, at);
            else
                for (int i = 0; i < length; i++)
                    all.Set(at + i, part[i]);
            at += length;
        }

        return all;
    }

    private static PackedNumbers Room(int count, int below) =>
        below <= byte.MaxValue + 1 ? new PackedNumbers(new byte[count], null, null)
        : below <= ushort.MaxValue + 1 ? new PackedNumbers(null, new ushort[count], null)
        : new PackedNumbers(null, null, new int[count]);

    private void Write(int at, ReadOnlySpan<int> numbers)
    {
        for (int i = 0; i < numbers.Length; i++)
            Set(at + i, numbers[i]);
    }

    private void Set(int at, int number)
    {
        if (_bytes is not null)
            _bytes[at] = (byte)number;
        else if (_pairs is not null)
            _pairs[at] = (ushort)number;
        else
            _ints![at] = number;
    }
}
