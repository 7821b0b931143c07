using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Cases;
using SeizureIntel.Fields;

namespace SeizureIntel.Search.Columns;

/// <summary>Everything the index knows of its seizures but long texts and words: the columns, and which rows were replaced.</summary>
/// <remarks>One thread changes it at a time; readers take a <see cref="IndexSnapshot"/>.</remarks>
internal sealed class IndexTables
{
    // Rows that are encoded together.
    private const int Together = 128;

    // Numbers of a batch of the outbox; the arrays of a rebuild are larger and let go.
    private const int MostKept = 1 << 20;

    private static readonly FrozenDictionary<string, int> Ordinals = SeizureFields
        .All.Select((f, i) => (f.Name, i))
        .ToFrozenDictionary(e => e.Name, e => e.i, StringComparer.Ordinal);

    private readonly Column[] _columns =
    [
        .. SeizureFields.All.Select(f => new Column(KindOf(f), f.Name, f)),
        new Column(ColumnKind.Code, "id", null),
    ];
    private ulong[] _alive = [];
    private int[] _codes = [];

    // Null once a case came back after another had come.
    private ulong[]? _begins = [];
    private int[]? _rowOfId;
    private int _live;

    /// <summary>Rows, replaced ones included.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows that count.</summary>
    public int Live => _live;

    /// <summary>Rows that will come in all, as far as known: arrays are made for so many.</summary>
    public int Expected { get; set; }

    /// <summary>Makes arrays for so many further rows, and for a little more, so that the next small submission finds room too; 0 for as they come.</summary>
    public void ExpectMore(int rows) => Expected = rows == 0 ? 0 : (int)((Rows + (long)rows) * 17 / 16);

    /// <summary>Columns in the order of the fields; the last is the seizure's id.</summary>
    public ReadOnlySpan<Column> Columns => _columns;

    /// <summary>Place of a field among the columns; -1 where there is no such field.</summary>
    public static int OrdinalOf(string field) => Ordinals.GetValueOrDefault(field, -1);

    /// <summary>The case behind the last one of a segment.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="begin">Its first case.</param>
    /// <param name="most">Rows after which no further case is begun.</param>
    public static int EndOf(IReadOnlyList<Case> cases, int begin, int most)
    {
        int end = begin;
        for (int count = 0; end < cases.Count && count < most; end++)
            count += cases[end].Seizures.Count;
        return end;
    }

    /// <summary>Adds the seizures of cases.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="begin">The first one.</param>
    /// <param name="end">The one behind the last.</param>
    /// <param name="longTexts">Takes the number and words of each long text that begins here.</param>
    /// <returns>Rows replaced, in the order of the rows that replace them.</returns>
    public List<int> Append(IReadOnlyList<Case> cases, int begin, int end, Action<int, string> longTexts)
    {
        var replaced = new List<int>();
        int width = _columns.Length;
        int count = 0;
        for (int i = begin; i < end; i++)
            count += cases[i].Seizures.Count;

        // One cache line more a column: columns a power of two apart would push one another out of the processor's cache.
        int stride = count + 17;
        int[] codes = width * stride <= _codes.Length ? _codes : new int[width * stride];
        if (codes.Length <= MostKept)
            _codes = codes;
        var some = new List<(Case Case, Seizure Seizure)>(Together);
        int at = 0;
        for (int i = begin; i < end; i++)
        {
            foreach (Seizure seizure in cases[i].Seizures)
                some.Add((cases[i], seizure));
            if (some.Count < Together && i + 1 < end)
                continue;
            Encode(some, codes, stride, at, longTexts);
            at += some.Count;
            some.Clear();
        }

        int first = Rows;
        for (int c = 0; c < width; c++)
            _columns[c].Append(first, codes.AsSpan(c * stride, count), Expected);
        int[] rowOfId = RowOfId();
        Lengthen(count);
        MakeRoom();
        for (int row = first; row < Rows; row++)
        {
            int id = _columns[^1].Codes[row];
            if (rowOfId[id] >= 0 && IsAlive(rowOfId[id]))
            {
                replaced.Add(rowOfId[id]);
                Kill(rowOfId[id]);
            }

            rowOfId[id] = row;
        }

        return replaced;
    }

    /// <summary>Makes what a feed looks values up by, so that the next one need not.</summary>
    public void Prepare()
    {
        foreach (Column column in _columns)
            column.Prepare();
        RowOfId();
    }

    // Ids, references and row numbers differ from row to row: as many more will come as there will be rows.
    private void MakeRoom()
    {
        if (Expected <= Rows)
            return;
        foreach (Column column in _columns)
        {
            if (column.Texts.Count > Rows / 2)
                column.Texts.MakeRoom((int)((long)column.Texts.Count * Expected / Rows));
            if (column.Numbers.Count > Rows / 2)
                column.Numbers.MakeRoom((int)((long)column.Numbers.Count * Expected / Rows));
        }
    }

    // Column by column for as many rows as the processor's cache holds: what a column remembers stays at hand meanwhile.
    private void Encode(List<(Case Case, Seizure Seizure)> rows, int[] codes, int stride, int at, Action<int, string> longTexts)
    {
        for (int c = 0; c < _columns.Length - 1; c++)
        {
            Column column = _columns[c];
            Span<int> target = codes.AsSpan((c * stride) + at, rows.Count);
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = column.CodeOf(rows[i].Case, rows[i].Seizure, out bool isNew);
                if (isNew)
                    longTexts(target[i], column.Field!.Words!(rows[i].Case, rows[i].Seizure)!);
            }
        }

        Span<int> ids = codes.AsSpan(((_columns.Length - 1) * stride) + at, rows.Count);
        for (int i = 0; i < ids.Length; i++)
            ids[i] = _columns[^1].Texts.Add(rows[i].Seizure.Id);
    }

    /// <summary>Counts rows that a segment brought into the columns.</summary>
    public void Extend(int rows)
    {
        // Another process fed them: where their ids stand is looked up anew.
        _rowOfId = null;
        Lengthen(rows);
        MakeRoom();
    }

    private void Lengthen(int rows)
    {
        int total = Rows + rows;
        _alive = WithRoom(_alive, total);
        for (int row = Rows; row < total; row++)
            _alive[row >> 6] |= 1UL << (row & 63);
        MarkBegins(total);
        Rows = total;
        _live += rows;
    }

    /// <summary>Takes a replaced row out of everything that is counted; only after <see cref="Extend"/> and before the next snapshot.</summary>
    public void Kill(int row)
    {
        if (!IsAlive(row))
            return;
        _alive[row >> 6] &= ~(1UL << (row & 63));
        _live--;
    }

    private bool IsAlive(int row) => (_alive[row >> 6] & (1UL << (row & 63))) != 0;

    /// <summary>The state now, which later changes leave alone.</summary>
    public IndexSnapshot Snapshot() =>
        new([.. _columns.Select(c => new ColumnView(c, c.Codes, c.Entries))], _alive[..((Rows + 63) / 64)], Rows, _live, _begins);

    // Numbers of cases are given in the order of their arrival: one that is lower than the row's before has come before. Bits of later rows are added to
    // words that a snapshot shares; it never looks at them.
    private void MarkBegins(int total)
    {
        if (_begins is null)
            return;
        ulong[] begins = WithRoom(_begins, total);
        CodeVector cases = _columns[OrdinalOf("case_id")].Codes;
        int before = Rows == 0 ? -1 : cases[Rows - 1];
        int[] codes = new int[Math.Min(total - Rows, RowSet.Block)];
        for (int start = Rows; start < total; start += RowSet.Block)
        {
            Span<int> part = codes.AsSpan(0, Math.Min(RowSet.Block, total - start));
            cases.Read(start, part);
            for (int i = 0; i < part.Length; i++)
            {
                if (part[i] < before)
                {
                    _begins = null;
                    return;
                }

                if (part[i] > before)
                    begins[(start + i) >> 6] |= 1UL << ((start + i) & 63);
                before = part[i];
            }
        }

        _begins = begins;
    }

    private ulong[] WithRoom(ulong[] bits, int rows)
    {
        if (rows <= bits.Length * 64L)
            return bits;
        ulong[] larger = new ulong[(Math.Max(rows, Expected) + 63) / 64];
        bits.AsSpan().CopyTo(larger);
        return larger;
    }

    private static ColumnKind KindOf(SeizureField field) =>
        field.Kind switch
        {
            FieldKind.Code => ColumnKind.Code,
            FieldKind.Codes => ColumnKind.Codes,
            FieldKind.Text => field.Name == "narrative" ? ColumnKind.LongText : ColumnKind.Text,
            _ => ColumnKind.Number,
        };

    // Asked for only by a feed: rows up to the present ones, ids up to the newest.
    private int[] RowOfId()
    {
        int known = _columns[^1].Entries;
        if (_rowOfId is not null && _rowOfId.Length >= known)
            return _rowOfId;
        int[] rowOfId = new int[Math.Max(known + (known / 4) + 1024, Expected)];
        Array.Fill(rowOfId, -1);
        if (_rowOfId is not null)
            _rowOfId.AsSpan().CopyTo(rowOfId);
        else
            for (int row = 0; row < Rows; row++)
                rowOfId[_columns[^1].Codes[row]] = row;
        return _rowOfId = rowOfId;
    }
}
