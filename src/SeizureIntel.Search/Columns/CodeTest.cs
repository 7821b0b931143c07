using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SeizureIntel.Search.Columns;

/// <summary>Which of a column's numbers a condition accepts, tried on 64 rows at a time: by vectors of 32 bytes where the processor has them, else one by
/// one, with the same bits.</summary>
internal readonly struct CodeTest
{
    // Above so many accepted numbers a look-up for each row is cheaper than comparing with each of them.
    private const int MostCompared = 6;

    private readonly byte[] _accepted;
    private readonly int[]? _few;
    private readonly Vector256<byte> _low;
    private readonly Vector256<byte> _high;

    /// <param name="accepted">1 or 0 for each number.</param>
    public CodeTest(byte[] accepted)
    {
        _accepted = accepted;
        int count = 0;
        foreach (byte one in accepted)
            count += one;
        IsNone = count == 0;
        IsAll = count == accepted.Length;
        if (count <= MostCompared)
        {
            _few = new int[count];
            count = 0;
            for (int i = 0; i < accepted.Length; i++)
            {
                if (accepted[i] != 0)
                    _few[count++] = i;
            }
        }

        (_low, _high) = Nibbles(accepted);
    }

    /// <summary>True where no number is accepted.</summary>
    public bool IsNone { get; }

    /// <summary>True where every number is accepted.</summary>
    public bool IsAll { get; }

    /// <summary>Whether a number is accepted.</summary>
    public bool Accepts(int code) => _accepted[code] != 0;

    /// <summary>A bit for each of at most 64 rows: 1 where its number is accepted.</summary>
    public ulong Mask(ReadOnlySpan<byte> codes) =>
        Avx2.IsSupported && codes.Length == 64 ? MaskByNibbles(codes) : MaskOneByOne<byte>(codes, _accepted);

    /// <inheritdoc cref="Mask(ReadOnlySpan{byte})"/>
    public ulong Mask(ReadOnlySpan<ushort> codes) =>
        Avx2.IsSupported && codes.Length == 64 && _few is not null ? MaskOfFew(codes, _few) : MaskOneByOne<ushort>(codes, _accepted);

    /// <inheritdoc cref="Mask(ReadOnlySpan{byte})"/>
    public ulong Mask(ReadOnlySpan<int> codes) => MaskOneByOne<int>(codes, _accepted);

    /// <summary>The same without vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong MaskOneByOne<T>(ReadOnlySpan<T> codes, byte[] accepted)
        where T : unmanaged, IBinaryInteger<T>
    {
        ulong mask = 0;
        for (int i = 0; i < codes.Length; i++)
            mask |= (ulong)accepted[int.CreateTruncating(codes[i])] << i;
        return mask;
    }

    // A set of bytes as 16 x 16 bits: the lower half of a byte picks a word, the upper half a bit of it. Two vectors hold the bits for upper halves 0 to
    // 7 and 8 to 15. Source: G. Langdale, D. Lemire, Parsing gigabytes of JSON per second, The VLDB Journal 28 (2019), section 3.1.2 (vectorised
    // classification).
    private static (Vector256<byte> Low, Vector256<byte> High) Nibbles(byte[] accepted)
    {
        Span<byte> low = stackalloc byte[32],
            high = stackalloc byte[32];
        low.Clear();
        high.Clear();
        for (int i = 0; i < Math.Min(accepted.Length, 256); i++)
        {
            if (accepted[i] == 0)
                continue;
            byte bit = (byte)(1 << ((i >> 4) & 7));
            Span<byte> half = i < 128 ? low : high;
            half[i & 15] |= bit;
            half[(i & 15) + 16] |= bit;
        }

        return (Vector256.Create<byte>(low), Vector256.Create<byte>(high));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong MaskByNibbles(ReadOnlySpan<byte> codes)
    {
        ref byte first = ref MemoryMarshal.GetReference(codes);
        return MaskOf32(Vector256.LoadUnsafe(ref first)) | ((ulong)MaskOf32(Vector256.LoadUnsafe(ref first, 32)) << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint MaskOf32(Vector256<byte> codes)
    {
        // A shuffle gives 0 for an index whose highest bit is set.
        Vector256<byte> index = codes & Vector256.Create((byte)0x8F),
            word = Avx2.Shuffle(_low, index) | Avx2.Shuffle(_high, index ^ Vector256.Create((byte)0x80)),
            upper = (codes.AsUInt16() >> 4).AsByte() & Vector256.Create((byte)0x0F),
            bit = Avx2.Shuffle(
                Vector256.Create(
                    (byte)1,
                    2,
                    4,
                    8,
                    16,
                    32,
                    64,
                    128,
                    1,
                    2,
                    4,
                    8,
                    16,
                    32,
                    64,
                    128,
                    1,
                    2,
                    4,
                    8,
                    16,
                    32,
                    64,
                    128,
                    1,
                    2,
                    4,
                    8,
                    16,
                    32,
                    64,
                    128
                ),
                upper
            );
        return ~Vector256.Equals(word & bit, Vector256<byte>.Zero).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong MaskOfFew(ReadOnlySpan<ushort> codes, int[] few)
    {
        ref ushort first = ref MemoryMarshal.GetReference(codes);
        ulong mask = 0;
        for (int i = 0; i < 4; i++)
        {
            Vector256<ushort> part = Vector256.LoadUnsafe(ref first, (nuint)(i * 16)),
                met = Vector256<ushort>.Zero;
            foreach (int code in few)
                met |= Vector256.Equals(part, Vector256.Create((ushort)code));
            mask |= (ulong)met.ExtractMostSignificantBits() << (i * 16);
        }

        return mask;
    }
}
