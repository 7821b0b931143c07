using System;
using System.Collections.Concurrent;
using System.Numerics;
using SeizureIntel.Search.Words;

namespace SeizureIntel.Search.Columns;

/// <summary>What the index holds at one moment; never changes.</summary>
/// <param name="Columns">Columns in the order of the fields; the last is the seizure's id.</param>
/// <param name="Alive">One bit a row; 0 for a row that another replaced.</param>
/// <param name="Rows">Rows, replaced ones included.</param>
/// <param name="Live">Rows that count.</param>
internal sealed record IndexSnapshot(ColumnView[] Columns, ulong[] Alive, int Rows, int Live)
{
    /// <summary>Rows in which a word or phrase was found, by word; the same words are asked for again with every page and facet.</summary>
    public ConcurrentDictionary<string, ulong[]> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids.</summary>
    public ColumnView Ids => Columns[^1];

    /// <summary>The column of a field.</summary>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public ColumnView this[string field]
    {
        get
        {
            int at = IndexTables.OrdinalOf(field);
            return at >= 0 ? Columns[at] : throw AskedFields.Unknown(field);
        }
    }

    /// <summary>The rows of set bits, in ascending order.</summary>
    public static int[] RowsOf(ulong[] bits)
    {
        int count = 0;
        foreach (ulong word in bits)
            count += BitOperations.PopCount(word);
        int[] rows = new int[count];
        int at = 0;
        for (int i = 0; i < bits.Length; i++)
        {
            for (ulong word = bits[i]; word != 0; word &= word - 1)
                rows[at++] = (i << 6) + BitOperations.TrailingZeroCount(word);
        }

        return rows;
    }

    /// <summary>Distinct cases among rows.</summary>
    public int CasesOf(ReadOnlySpan<int> rows)
    {
        ColumnView cases = this["case_id"];
        ulong[] seen = new ulong[(cases.Entries + 63) / 64];
        Span<int> codes = new int[Math.Min(rows.Length, 4096)];
        for (int start = 0; start < rows.Length; start += 4096)
        {
            ReadOnlySpan<int> part = rows.Slice(start, Math.Min(4096, rows.Length - start));
            cases.Codes.Gather(part, codes);
            foreach (int code in codes[..part.Length])
                seen[code >> 6] |= 1UL << (code & 63);
        }

        int count = 0;
        foreach (ulong word in seen)
            count += BitOperations.PopCount(word);
        return count;
    }
}
