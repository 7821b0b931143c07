using System;
using System.Collections.Concurrent;
using System.Numerics;
using SeizureIntel.Queries;
using SeizureIntel.Search.Words;

namespace SeizureIntel.Search.Columns;

/// <summary>What the index holds at one moment; never changes.</summary>
/// <param name="Columns">Columns in the order of the fields; the last is the seizure's id.</param>
/// <param name="Alive">One bit a row; 0 for a row that another replaced.</param>
/// <param name="Rows">Rows, replaced ones included.</param>
/// <param name="Live">Rows that count.</param>
/// <param name="Begins">One bit a row; 1 where the row begins a case. Null where seizures of one case stand apart.</param>
internal sealed record IndexSnapshot(ColumnView[] Columns, ulong[] Alive, int Rows, int Live, ulong[]? Begins)
{
    /// <summary>Rows in which a word or phrase was found, by word; the same words are asked for again with every page and facet.</summary>
    public ConcurrentDictionary<string, ulong[]> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>The time bucket of every row, made when first asked for.</summary>
    public ConcurrentDictionary<Bucket, TimeColumn> Times { get; } = new();

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

    /// <summary>Every row that counts.</summary>
    public RowSet All => field ??= new RowSet(Alive, Rows);

    /// <summary>Distinct cases among rows.</summary>
    public int CasesOf(RowSet rows) => Begins is not null ? CasesInOrder(rows) : CasesSeen(rows);

    // The seizures of a case stand one behind the other: only rows that go on with a case can repeat one.
    private int CasesInOrder(RowSet rows)
    {
        ReadOnlySpan<ulong> bits = rows.Bits;
        int repeated = 0;
        for (int i = 0; i < bits.Length; i++)
        {
            for (ulong word = bits[i] & ~Begins![i]; word != 0; word &= word - 1)
            {
                int row = (i << 6) + BitOperations.TrailingZeroCount(word);
                do row--;
                while (!rows.Contains(row) && (Begins[row >> 6] & (1UL << (row & 63))) == 0);
                if (rows.Contains(row))
                    repeated++;
            }
        }

        return rows.Count - repeated;
    }

    private int CasesSeen(RowSet rows)
    {
        ColumnView cases = this["case_id"];
        ulong[] seen = new ulong[(cases.Entries + 63) / 64];
        int[] part = new int[RowSet.Block],
            codes = new int[RowSet.Block];
        for (int block = 0; block < rows.Blocks; block++)
        {
            int found = rows.Read(block, part);
            cases.Codes.Gather(part.AsSpan(0, found), codes);
            foreach (int code in codes.AsSpan(0, found))
                seen[code >> 6] |= 1UL << (code & 63);
        }

        int count = 0;
        foreach (ulong word in seen)
            count += BitOperations.PopCount(word);
        return count;
    }
}
