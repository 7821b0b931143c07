using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SeizureIntel.Search.Columns;

/// <summary>Dictionary numbers, one a row, in the narrowest of 0, 1, 2 or 4 bytes that holds them; width 0 means that every row is number 0.</summary>
/// <remarks>An immutable view: the writer only appends behind the rows a view covers, or moves to another array. The loops over rows are compiled once and
/// fully: they run a few times a question, and would long be walked by code that is not optimised yet.</remarks>
/// <param name="Data">byte[], ushort[] or int[] of at least as many rows as the reader counts; null for width 0.</param>
internal readonly record struct CodeVector(Array? Data)
{
    /// <summary>Bytes a row.</summary>
    public int Width =>
        Data switch
        {
            null => 0,
            byte[] => 1,
            ushort[] => 2,
            _ => 4,
        };

    public int this[int row] =>
        Data switch
        {
            null => 0,
            byte[] b => b[row],
            ushort[] s => s[row],
            _ => ((int[])Data)[row],
        };

    /// <summary>The numbers of the rows asked for.</summary>
    public void Gather(ReadOnlySpan<int> rows, Span<int> codes)
    {
        switch (Data)
        {
            case null:
                codes[..rows.Length].Clear();
                break;
            case byte[] b:
                Gather<byte>(b, rows, codes);
                break;
            case ushort[] s:
                Gather<ushort>(s, rows, codes);
                break;
            default:
                Gather<int>((int[])Data, rows, codes);
                break;
        }
    }

    /// <summary>The numbers of consecutive rows.</summary>
    public void Read(int start, Span<int> codes)
    {
        switch (Data)
        {
            case null:
                codes.Clear();
                break;
            case byte[] b:
                Widen<byte>(b.AsSpan(start, codes.Length), codes);
                break;
            case ushort[] s:
                Widen<ushort>(s.AsSpan(start, codes.Length), codes);
                break;
            default:
                ((int[])Data).AsSpan(start, codes.Length).CopyTo(codes);
                break;
        }
    }

    /// <summary>The numbers of consecutive rows.</summary>
    public int[] Slice(int start, int count) =>
        Data switch
        {
            null => new int[count],
            byte[] b => Array.ConvertAll(b[start..(start + count)], c => (int)c),
            ushort[] s => Array.ConvertAll(s[start..(start + count)], c => (int)c),
            _ => ((int[])Data)[start..(start + count)],
        };

    /// <summary>Counts how often each number occurs among the rows: what it counts is the sum of both arrays.</summary>
    public void Count(ReadOnlySpan<int> rows, int[] counts, int[] odd)
    {
        switch (Data)
        {
            case null:
                counts[0] += rows.Length;
                break;
            case byte[] b:
                Count<byte>(b, rows, counts, odd);
                break;
            case ushort[] s:
                Count<ushort>(s, rows, counts, odd);
                break;
            default:
                Count<int>((int[])Data, rows, counts, odd);
                break;
        }
    }

    /// <summary>Clears the bits of all rows whose number is not accepted.</summary>
    /// <param name="accepted">1 or 0 for each number.</param>
    /// <param name="bits">One bit a row.</param>
    /// <param name="rows">Rows covered.</param>
    public void Keep(byte[] accepted, ulong[] bits, int rows) => Keep(new CodeTest(accepted), bits, 0, rows);

    /// <summary>Clears the bits of rows whose number is not accepted.</summary>
    /// <param name="test">Tells the numbers accepted.</param>
    /// <param name="bits">One bit a row.</param>
    /// <param name="start">First row looked at; a multiple of 64.</param>
    /// <param name="end">Behind the last row looked at.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Keep(in CodeTest test, ulong[] bits, int start, int end)
    {
        if (test.IsAll)
            return;
        if (test.IsNone || (Data is null && !test.Accepts(0)))
        {
            bits.AsSpan(start >> 6, (end - start + 63) >> 6).Clear();
            return;
        }

        for (int row = start; row < end; row += 64)
        {
            ref ulong word = ref bits[row >> 6];
            if (word == 0)
                continue;
            int count = Math.Min(64, end - row);
            switch (Data)
            {
                case null:
                    return;
                case byte[] b:
                    word &= test.Mask(b.AsSpan(row, count));
                    break;
                case ushort[] s:
                    word &= test.Mask(s.AsSpan(row, count));
                    break;
                default:
                    word &= test.Mask(((int[])Data).AsSpan(row, count));
                    break;
            }
        }
    }

    /// <summary>The same numbers with others behind them; a wider or longer array where they do not fit.</summary>
    /// <param name="rows">Rows there are.</param>
    /// <param name="more">Numbers of the rows that follow.</param>
    /// <param name="expected">Rows that will come in all, as far as known; 0 for unknown.</param>
    public CodeVector With(int rows, ReadOnlySpan<int> more, int expected)
    {
        int most = 0;
        foreach (int code in more)
            most = Math.Max(most, code);
        int width = Math.Max(
            Width,
            most == 0 ? 0
                : most <= byte.MaxValue ? 1
                : most <= ushort.MaxValue ? 2
                : 4
        );
        if (width == 0)
            return this;
        CodeVector room = Reserved(rows, rows + more.Length, width, expected);
        room.Write(rows, more);
        return room;
    }

    /// <summary>The same numbers with others behind them, as a file holds them: 1, 2 or 4 bytes each, little-endian.</summary>
    /// <param name="rows">Rows there are.</param>
    /// <param name="packed">Numbers of the rows that follow.</param>
    /// <param name="bytes">Bytes a number.</param>
    /// <param name="expected">Rows that will come in all, as far as known; 0 for unknown.</param>
    public CodeVector WithPacked(int rows, ReadOnlySpan<byte> packed, int bytes, int expected)
    {
        int count = packed.Length / bytes;
        CodeVector room = Reserved(rows, rows + count, Math.Max(Width, bytes), expected);
        if (room.Width == bytes)
        {
            packed.CopyTo(room.BytesFrom(rows));
            return room;
        }

        int[] wide = new int[count];
        if (bytes == 1)
            Widen(packed, wide);
        else
            Widen(MemoryMarshal.Cast<byte, ushort>(packed), wide);
        room.Write(rows, wide);
        return room;
    }

    private Span<byte> BytesFrom(int row) =>
        Data switch
        {
            byte[] b => b.AsSpan(row),
            ushort[] s => MemoryMarshal.AsBytes(s.AsSpan(row)),
            _ => MemoryMarshal.AsBytes(((int[])Data!).AsSpan(row)),
        };

    private void Write(int row, ReadOnlySpan<int> codes)
    {
        switch (Data)
        {
            case byte[] b:
                Write<byte>(b, row, codes);
                break;
            case ushort[] s:
                Write<ushort>(s, row, codes);
                break;
            default:
                codes.CopyTo(((int[])Data!).AsSpan(row));
                break;
        }
    }

    private CodeVector Reserved(int rows, int needed, int width, int expected)
    {
        int now = Data?.Length ?? 0;
        if (width == Width && needed <= now)
            return this;

        // A file says how many rows will come and needs no slack; a growing index gets a quarter more.
        int size =
            needed <= now ? now
            : needed <= expected ? expected
            : now == 0 ? needed
            : Math.Max(needed, now + (now / 4) + 1024);
        Array larger = width switch
        {
            1 => new byte[size],
            2 => new ushort[size],
            _ => new int[size],
        };
        if (Data is not null)
        {
            if (width == Width)
                Array.Copy(Data, larger, rows);
            else
                for (int i = 0; i < rows; i++)
                    Set(larger, i, this[i]);
        }

        return new CodeVector(larger);
    }

    private static void Set(Array array, int at, int code)
    {
        if (array is ushort[] s)
            s[at] = (ushort)code;
        else
            ((int[])array)[at] = code;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write<T>(T[] target, int start, ReadOnlySpan<int> codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<T> room = target.AsSpan(start, codes.Length);
        for (int i = 0; i < codes.Length; i++)
            room[i] = T.CreateTruncating(codes[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen<T>(ReadOnlySpan<T> data, Span<int> codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (int i = 0; i < data.Length; i++)
            codes[i] = int.CreateTruncating(data[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather<T>(T[] data, ReadOnlySpan<int> rows, Span<int> codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        codes = codes[..rows.Length];
        for (int i = 0; i < rows.Length; i++)
            codes[i] = int.CreateTruncating(data[rows[i]]);
    }

    // Two sets of counters take turns: rows of one value after the other would wait for each other's sum.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count<T>(T[] data, ReadOnlySpan<int> rows, int[] counts, int[] odd)
        where T : unmanaged, IBinaryInteger<T>
    {
        int i = 0;
        for (; i + 1 < rows.Length; i += 2)
        {
            counts[int.CreateTruncating(data[rows[i]])]++;
            odd[int.CreateTruncating(data[rows[i + 1]])]++;
        }

        if (i < rows.Length)
            counts[int.CreateTruncating(data[rows[i]])]++;
    }
}
