using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SeizureIntel.Search.Columns;

/// <summary>Rows of a snapshot, one bit each, walked in blocks that stay in the processor's nearest cache: the rows of a block are listed once and read by
/// every column.</summary>
internal sealed class RowSet
{
    /// <summary>Rows of a block.</summary>
    public const int Block = 4096;

    private const int Words = Block / 64;

    private readonly ulong[] _bits;

    /// <summary>Takes over the bits; none is set at or behind <paramref name="rows"/>.</summary>
    public RowSet(ulong[] bits, int rows)
    {
        _bits = bits;
        Blocks = (rows + Block - 1) / Block;
        foreach (ulong word in bits)
            Count += BitOperations.PopCount(word);
    }

    /// <summary>Rows in the set.</summary>
    public int Count { get; }

    /// <summary>Blocks, empty ones included.</summary>
    public int Blocks { get; }

    /// <summary>One bit a row.</summary>
    public ReadOnlySpan<ulong> Bits => _bits;

    /// <summary>True where the row is in the set.</summary>
    public bool Contains(int row) => (_bits[row >> 6] & (1UL << (row & 63))) != 0;

    /// <summary>True where a block has no row of the set.</summary>
    public bool IsEmpty(int block) => !WordsOf(block).ContainsAnyExcept(0UL);

    /// <summary>The rows of a block, ascending.</summary>
    /// <param name="block">The block.</param>
    /// <param name="rows">Takes them; of length <see cref="Block"/>.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(int block, Span<int> rows)
    {
        ReadOnlySpan<ulong> words = WordsOf(block);
        ref int into = ref MemoryMarshal.GetReference(rows[..Block]);
        int count = 0,
            row = block * Block;
        foreach (ulong bits in words)
        {
            for (ulong word = bits; word != 0; word &= word - 1)
                Unsafe.Add(ref into, count++) = row + BitOperations.TrailingZeroCount(word);
            row += 64;
        }

        return count;
    }

    /// <summary>Every row, ascending.</summary>
    public int[] ToArray()
    {
        int[] all = new int[Count];
        int[] part = new int[Block];
        int at = 0;
        for (int block = 0; block < Blocks; block++)
        {
            int count = Read(block, part);
            part.AsSpan(0, count).CopyTo(all.AsSpan(at));
            at += count;
        }

        return all;
    }

    /// <summary>The rows of another set that are not in this one.</summary>
    public RowSet Without(ReadOnlySpan<ulong> all, int rows)
    {
        ulong[] others = all.ToArray();
        for (int i = 0; i < others.Length; i++)
            others[i] &= ~_bits[i];
        return new RowSet(others, rows);
    }

    private ReadOnlySpan<ulong> WordsOf(int block) => _bits.AsSpan(block * Words, Math.Min(Words, _bits.Length - (block * Words)));
}
