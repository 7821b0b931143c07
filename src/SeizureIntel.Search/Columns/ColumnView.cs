using System;
using System.Collections.Generic;
using System.Globalization;
using SeizureIntel.Fields;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Columns;

/// <summary>A column as one snapshot sees it.</summary>
/// <param name="Column">The column, which may have grown since.</param>
/// <param name="Codes">The numbers of the snapshot's rows.</param>
/// <param name="Entries">How many different numbers those rows may hold.</param>
internal sealed record ColumnView(Column Column, CodeVector Codes, int Entries)
{
    private int[]? _ranks;
    private int[]? _totals;
    private Zones? _zones;

    /// <summary>Codes in the dictionary: the values themselves for a coded field.</summary>
    public int ValueCount => Column.Kind == ColumnKind.Codes ? Column.Texts.Count : Entries;

    /// <summary>True where the number stands for at least one known value.</summary>
    public bool IsKnown(int entry)
    {
        switch (Column.Kind)
        {
            case ColumnKind.Code:
                return !NonValue.Is(Column.Texts[entry]);
            case ColumnKind.Codes:
                foreach (int value in Column.Sets.Values(entry))
                {
                    if (!NonValue.Is(Column.Texts[value]))
                        return true;
                }

                return false;
            default:
                return entry != 0;
        }
    }

    /// <summary>Marks the numbers that fulfil a test of single values, or contain a value that does.</summary>
    /// <param name="values">1 or 0 for each value of the dictionary.</param>
    /// <returns>1 or 0 for each number.</returns>
    public byte[] Accept(byte[] values)
    {
        if (Column.Kind != ColumnKind.Codes)
            return values;
        byte[] accepted = new byte[Entries];
        for (int i = 0; i < accepted.Length; i++)
        {
            foreach (int value in Column.Sets.Distinct(i))
            {
                if (value < values.Length && values[value] != 0)
                    accepted[i] = 1;
            }
        }

        return accepted;
    }

    /// <summary>The known values of a number as text: codes, words, numbers (invariant) or dates (ISO 8601); empty where nothing is known. Not for
    /// long texts.</summary>
    public IReadOnlyList<string> TextsOf(int entry)
    {
        switch (Column.Kind)
        {
            case ColumnKind.Codes:
                var known = new List<string>();
                foreach (int value in Column.Sets.Values(entry))
                {
                    string code = Column.Texts[value];
                    if (!NonValue.Is(code))
                        known.Add(code);
                }

                return known;
            case ColumnKind.Number:
                return entry == 0 ? [] : [NumberText(entry)];
            default:
                return IsKnown(entry) ? [Column.Texts[entry]] : [];
        }
    }

    /// <summary>Place of each value of the dictionary in ordinal order; equal numbers do not occur.</summary>
    public int[] ValueRanks()
    {
        if (_ranks is { } known)
            return known;
        int count = ValueCount;
        int[] order = new int[count];
        for (int i = 0; i < count; i++)
            order[i] = i;
        if (Column.Kind == ColumnKind.Number)
            order.AsSpan().Sort((a, b) => Column.Numbers[a].CompareTo(Column.Numbers[b]));
        else
            order.AsSpan().Sort(Column.Texts.Compare);
        int[] ranks = new int[count];
        for (int i = 0; i < count; i++)
            ranks[order[i]] = i;
        return _ranks = ranks;
    }

    /// <summary>How often each number occurs among all rows that count; counted once a snapshot.</summary>
    public int[] Totals(RowSet alive)
    {
        if (_totals is { } known)
            return known;
        int[] totals = new int[Entries],
            odd = new int[Entries],
            rows = new int[RowSet.Block];
        for (int block = 0; block < alive.Blocks; block++)
            Codes.Count(rows.AsSpan(0, alive.Read(block, rows)), totals, odd);
        for (int i = 0; i < totals.Length; i++)
            totals[i] += odd[i];
        return _totals = totals;
    }

    /// <summary>Lowest and highest value of each block of rows; of a column with one value a row.</summary>
    public Zones ZonesOf(int rows)
    {
        if (_zones is { } known)
            return known;
        int[] ranks = ValueRanks(),
            places = new int[Entries];
        for (int i = 0; i < places.Length; i++)
            places[i] = IsKnown(i) ? ranks[i] : -1;
        return _zones = new Zones(Codes, places, rows);
    }

    private string NumberText(int entry)
    {
        double number = Column.Numbers[entry];
        return Column.Field!.Kind == FieldKind.Date
            ? DateOnly.FromDayNumber((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }
}
