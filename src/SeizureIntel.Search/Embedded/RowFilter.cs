using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Columns;
using SeizureIntel.Search.Words;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Embedded;

/// <summary>Finds the rows of a query: each condition is decided once for each distinct value, then looked up for each row.</summary>
internal sealed class RowFilter(CodeListSet lists, LabelWords labels)
{
    // A hundred and more distinct words between two feeds is a machine asking, not people.
    private const int MostFound = 128;

    // Values up to which comparing with each is cheaper than making a text's key.
    private const int FewKeys = 4;

    /// <summary>The rows of a query that a reader may see.</summary>
    /// <param name="snapshot">What is asked.</param>
    /// <param name="file">Where the words are; null for an empty index.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="query">The conditions.</param>
    /// <exception cref="ArgumentException">A field is unknown or cannot be compared in this way.</exception>
    public RowSet Rows(IndexSnapshot snapshot, IndexFile? file, Reader reader, SeizureQuery query)
    {
        ulong[] bits = (ulong[])snapshot.Alive.Clone();
        KeepSeen(snapshot, reader, bits);
        for (SeizureQuery? part = Restriction.Narrowed(reader, query); part is not null; part = part.And)
            Keep(snapshot, file, part, bits);
        return new RowSet(bits, snapshot.Rows);
    }

    private void Keep(IndexSnapshot snapshot, IndexFile? file, SeizureQuery query, ulong[] bits)
    {
        foreach ((string field, IReadOnlyList<string> values) in query.Where)
        {
            ColumnView column = snapshot[field];
            column.Codes.Keep(Accepted(column, values), bits, snapshot.Rows);
        }

        foreach ((string field, IReadOnlyList<string> values) in query.Not)
        {
            ColumnView column = snapshot[field];
            byte[] accepted = Accepted(column, values);
            for (int i = 0; i < accepted.Length; i++)
                accepted[i] ^= 1;
            column.Codes.Keep(accepted, bits, snapshot.Rows);
        }

        if (query.From is not null || query.To is not null)
            KeepPeriod(snapshot, query, bits);
        foreach (SearchWord word in SearchTokens.Query(query.Text))
        {
            ulong[] found = Found(snapshot, file, word);
            for (int i = 0; i < bits.Length; i++)
                bits[i] &= found[i];
        }

        foreach (SearchWord word in SearchTokens.Query(query.Without))
        {
            ulong[] found = Found(snapshot, file, word);
            for (int i = 0; i < bits.Length; i++)
                bits[i] &= ~found[i];
        }
    }

    private byte[] Accepted(ColumnView column, IReadOnlyList<string> values)
    {
        SeizureField field = column.Column.Field!;
        return field.Kind switch
        {
            FieldKind.Code or FieldKind.Codes => AcceptedCodes(column, field, values),
            FieldKind.Text => AcceptedWords(column, values),
            _ => AcceptedNumbers(column, field, values),
        };
    }

    private byte[] AcceptedCodes(ColumnView column, SeizureField field, IReadOnlyList<string> values)
    {
        byte[] accepted = new byte[column.ValueCount];
        foreach (string code in lists.Selected(field, values))
        {
            if (code == "*")
            {
                for (int i = 0; i < accepted.Length; i++)
                {
                    if (!NonValue.Is(column.Column.Texts[i]))
                        accepted[i] = 1;
                }
            }
            else if (column.Column.Texts.Find(code) is >= 0 and var at && at < accepted.Length)
            {
                accepted[at] = 1;
            }
        }

        return column.Accept(accepted);
    }

    // Words compare as search does: letter case, diacritics and punctuation do not count.
    private static byte[] AcceptedWords(ColumnView column, IReadOnlyList<string> values)
    {
        byte[] accepted = new byte[column.Entries];
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (string value in values)
        {
            if (!TryPresence(value, accepted))
                keys.Add(FoldedText.Key(value));
        }

        if (keys.Count == 0)
            return accepted;
        if (column.Column.Kind == ColumnKind.LongText)
            throw AskedFields.NotCompared(column.Column.Name, nameof(values));
        // A million references are as many texts: for few values none of them is made a string.
        for (int i = 1; i < accepted.Length; i++)
        {
            ReadOnlySpan<byte> text = column.Column.Texts.Utf8(i);
            if (keys.Count > FewKeys ? keys.Contains(FoldedText.Key(column.Column.Texts[i])) : HasOne(text, keys))
                accepted[i] = 1;
        }

        return accepted;
    }

    private static bool HasOne(ReadOnlySpan<byte> text, HashSet<string> keys)
    {
        foreach (string key in keys)
        {
            if (FoldedText.HasKey(text, key))
                return true;
        }

        return false;
    }

    private static byte[] AcceptedNumbers(ColumnView column, SeizureField field, IReadOnlyList<string> values)
    {
        byte[] accepted = new byte[column.Entries];
        foreach (string value in values)
        {
            if (TryPresence(value, accepted))
                continue;
            double wanted = AskedFields.Number(field, value);
            for (int i = 1; i < accepted.Length; i++)
            {
                if (column.Column.Numbers[i].Equals(wanted))
                    accepted[i] = 1;
            }
        }

        return accepted;
    }

    // Words and numbers know two states only: there, or not stated.
    private static bool TryPresence(string value, byte[] accepted)
    {
        if (value == "*")
        {
            accepted.AsSpan(1).Fill(1);
            return true;
        }

        if (value == NonValue.NotStated)
            accepted[0] = 1;
        return NonValue.Is(value);
    }

    // Most blocks of rows lie within the period or outside it, and are not looked at.
    private static void KeepPeriod(IndexSnapshot snapshot, SeizureQuery query, ulong[] bits)
    {
        ColumnView dates = snapshot["seizure_date"];
        int[] ranks = dates.ValueRanks();
        byte[] accepted = new byte[dates.Entries];
        int from = query.From?.DayNumber ?? int.MinValue,
            to = query.To?.DayNumber ?? int.MaxValue,
            lowest = int.MaxValue,
            highest = -1;
        for (int i = 1; i < accepted.Length; i++)
        {
            if (dates.Column.Numbers[i] < from || dates.Column.Numbers[i] > to)
                continue;
            accepted[i] = 1;
            lowest = Math.Min(lowest, ranks[i]);
            highest = Math.Max(highest, ranks[i]);
        }

        var test = new CodeTest(accepted);
        Zones zones = dates.ZonesOf(snapshot.Rows);
        for (int start = 0, block = 0; start < snapshot.Rows; start += RowSet.Block, block++)
        {
            int end = Math.Min(start + RowSet.Block, snapshot.Rows);
            if (zones.IsWithin(block, lowest, highest))
                continue;
            if (zones.IsOutside(block, lowest, highest))
                bits.AsSpan(start >> 6, (end - start + 63) >> 6).Clear();
            else
                dates.Codes.Keep(test, bits, start, end);
        }
    }

    // Not written as conditions of a query: no code, word or wildcard of a query stands for what a reader may see.
    private static void KeepSeen(IndexSnapshot snapshot, Reader reader, ulong[] bits)
    {
        if (reader.Ceiling < Marking.Red)
            KeepOnly(snapshot, "marking", Markings.UpTo(reader.Ceiling).Contains, bits);
        if (reader.Countries is { } countries)
            KeepOnly(snapshot, "reporting_country", countries.Contains, bits);
    }

    private static void KeepOnly(IndexSnapshot snapshot, string field, Func<string, bool> isSeen, ulong[] bits)
    {
        ColumnView column = snapshot[field];
        byte[] accepted = new byte[column.Entries];
        for (int i = 0; i < accepted.Length; i++)
        {
            if (isSeen(column.Column.Texts[i]))
                accepted[i] = 1;
        }

        column.Codes.Keep(accepted, bits, snapshot.Rows);
    }

    private ulong[] Found(IndexSnapshot snapshot, IndexFile? file, SearchWord word)
    {
        if (snapshot.Found.TryGetValue(word.Match, out ulong[]? known))
            return known;
        ulong[] bits = new ulong[snapshot.Alive.Length];
        file?.Find(word, bits, snapshot.Rows);
        foreach ((string field, IReadOnlyList<string> codes) in labels.Find(word))
        {
            ColumnView column = snapshot[field];
            byte[] values = new byte[column.ValueCount];
            foreach (string code in codes)
            {
                if (column.Column.Texts.Find(code) is >= 0 and var at && at < values.Length)
                    values[at] = 1;
            }

            if (!values.Contains((byte)1))
                continue;
            ulong[] named = (ulong[])snapshot.Alive.Clone();
            column.Codes.Keep(column.Accept(values), named, snapshot.Rows);
            for (int i = 0; i < bits.Length; i++)
                bits[i] |= named[i];
        }

        if (snapshot.Found.Count >= MostFound)
            snapshot.Found.Clear();
        snapshot.Found.TryAdd(word.Match, bits);
        return bits;
    }
}
