using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Columns;
using SeizureIntel.Search.Words;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Embedded;

/// <summary>One page of hits in the order asked for.</summary>
internal sealed class HitPage
{
    // The mark of a missing value in a cursor; a value is written behind "=".
    private const string Missing = "-";

    private readonly IndexSnapshot _snapshot;
    private readonly ColumnView _column;
    private readonly string _sort;
    private readonly bool _isDownwards;

    // For each number of the column the value it sorts by; -1 where nothing is known.
    private readonly int[] _values;

    // For each number its place in the order; missing values stand last in both directions.
    private readonly int[] _places;

    private HitPage(IndexSnapshot snapshot, string sort)
    {
        _snapshot = snapshot;
        _sort = sort;
        _isDownwards = sort.StartsWith('-');
        _column = snapshot[_isDownwards ? sort[1..] : sort];
        if (_column.Column.Kind == ColumnKind.LongText)
            throw AskedFields.NotSorted(_column.Column.Name);
        int[] ranks = _column.ValueRanks();
        _values = new int[_column.Entries];
        _places = new int[_column.Entries];
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = ValueOf(i, ranks);
            _places[i] =
                _values[i] < 0 ? int.MaxValue
                : _isDownwards ? ranks.Length - ranks[_values[i]]
                : ranks[_values[i]];
        }
    }

    /// <summary>The page and where it ended; null where nothing follows.</summary>
    public static (IReadOnlyList<SeizureHit> Hits, string? Cursor) Read(
        IndexSnapshot snapshot,
        IndexFile? file,
        RowSet rows,
        Reader reader,
        SearchRequest request
    )
    {
        var page = new HitPage(snapshot, request.Sort);
        if (request.Size <= 0)
            return ([], null);
        ReadOnlySpan<int> best = page.First(rows, request.Size, request.Cursor);
        int count = Math.Min(best.Length, request.Size);
        var hits = new SeizureHit[count];
        for (int i = 0; i < count; i++)
            hits[i] = Hit(snapshot, file, reader, best[i]);
        return (hits, best.Length > count ? page.CursorOf(best[count - 1]) : null);
    }

    // One more than asked for: it tells whether another page follows.
    private ReadOnlySpan<int> First(RowSet rows, int size, string? cursor)
    {
        int[] places = _places;
        CodeVector codes = _column.Codes;
        TextPool ids = _snapshot.Ids.Column.Texts;
        CodeVector idCodes = _snapshot.Ids.Codes;
        var best = new Best(size + 1, (a, b) =>
        {
            int order = places[codes[a]].CompareTo(places[codes[b]]);
            return order != 0 ? order : ids.Compare(idCodes[a], idCodes[b]);
        });
        (int[]? side, byte[] after) = cursor is null ? (null, []) : Sides(cursor);
        int[] listed = new int[RowSet.Block],
            block = new int[RowSet.Block];
        foreach ((int first, int at) in Blocks(rows))
        {
            int worst = best.IsFull ? places[codes[best.Last]] : int.MaxValue;
            // Blocks come by the first place that a row of theirs can have.
            if (first > worst)
                break;
            ReadOnlySpan<int> part = listed.AsSpan(0, rows.Read(at, listed));
            codes.Gather(part, block);
            for (int i = 0; i < part.Length; i++)
            {
                if (places[block[i]] > worst)
                    continue;
                if (
                    side is not null
                    && (side[block[i]] < 0 || (side[block[i]] == 0 && ids.Utf8(idCodes[part[i]]).SequenceCompareTo(after) <= 0))
                )
                    continue;
                best.Offer(part[i]);
                if (best.IsFull)
                    worst = places[codes[best.Last]];
            }
        }

        return best.InOrder();
    }

    // The blocks that hold rows, each with the first place that one of its rows can have.
    private List<(int First, int Block)> Blocks(RowSet rows)
    {
        Zones? zones = _column.Column.Kind == ColumnKind.Codes ? null : _column.ZonesOf(_snapshot.Rows);
        int count = _column.ValueCount;
        var blocks = new List<(int First, int Block)>(rows.Blocks);
        for (int block = 0; block < rows.Blocks; block++)
        {
            if (rows.IsEmpty(block))
                continue;
            int first =
                zones is null ? 0
                : !_isDownwards ? zones.Lowest(block)
                : zones.Highest(block) < 0 ? int.MaxValue
                : count - zones.Highest(block);
            blocks.Add((first, block));
        }

        blocks.Sort();
        return blocks;
    }

    private int ValueOf(int entry, int[] ranks)
    {
        if (!_column.IsKnown(entry))
            return -1;
        if (_column.Column.Kind != ColumnKind.Codes)
            return entry;
        int chosen = -1;
        foreach (int value in _column.Column.Sets.Distinct(entry))
        {
            if (NonValue.Is(_column.Column.Texts[value]))
                continue;
            if (chosen < 0 || (ranks[value] < ranks[chosen]) != _isDownwards)
                chosen = value;
        }

        return chosen;
    }

    private string CursorOf(int row)
    {
        int value = _values[_column.Codes[row]];
        string text =
            value < 0
                ? Missing
                : "="
                    + (
                        _column.Column.Kind == ColumnKind.Number
                            ? _column.Column.Numbers[value].ToString("R", CultureInfo.InvariantCulture)
                            : _column.Column.Texts[value]
                    );
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_sort}\n{_snapshot.Ids.Column.Texts[_snapshot.Ids.Codes[row]]}\n{text}"));
    }

    // For each number whether it stands before (-1), at (0) or after (1) the cursor, compared by value: numbers change when the index is rebuilt.
    private (int[] Sides, byte[] Id) Sides(string cursor)
    {
        string[] parts = Parts(cursor);
        int[] sides = new int[_values.Length];
        bool isMissing = parts[2] == Missing;
        byte[] text = Encoding.UTF8.GetBytes(isMissing ? "" : parts[2][1..]);
        double number = 0;
        if (
            _column.Column.Kind == ColumnKind.Number
            && !isMissing
            && !double.TryParse(parts[2].AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture, out number)
        )
            throw Strange();
        for (int i = 0; i < sides.Length; i++)
        {
            if (_values[i] < 0 || isMissing)
            {
                sides[i] = (_values[i] < 0, isMissing) switch
                {
                    (true, true) => 0,
                    (true, false) => 1,
                    _ => -1,
                };
                continue;
            }

            int order =
                _column.Column.Kind == ColumnKind.Number
                    ? _column.Column.Numbers[_values[i]].CompareTo(number)
                    : _column.Column.Texts.Utf8(_values[i]).SequenceCompareTo(text);
            sides[i] = _isDownwards ? -Math.Sign(order) : Math.Sign(order);
        }

        return (sides, Encoding.UTF8.GetBytes(parts[1]));
    }

    private string[] Parts(string cursor)
    {
        byte[] bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor, bytes, out int length))
            throw Strange();
        string[] parts = Encoding.UTF8.GetString(bytes, 0, length).Split('\n', 3);
        return parts.Length == 3 && parts[0] == _sort && (parts[2] == Missing || parts[2].StartsWith('=')) ? parts : throw Strange();
    }

    private ArgumentException Strange() => AskedFields.StrangeCursor(_sort);

    private static SeizureHit Hit(IndexSnapshot snapshot, IndexFile? file, Reader reader, int row)
    {
        ColumnView headings = snapshot["case_headings"];
        bool isClosed = !reader.ReadsAllWords() && Restriction.IsClosed(headings.TextsOf(headings.Codes[row]));
        var values = new Dictionary<string, IReadOnlyList<string>>(48, StringComparer.Ordinal);
        foreach (ColumnView column in snapshot.Columns.AsSpan(0, snapshot.Columns.Length - 1))
        {
            if (!reader.Sees(column.Column.Field!))
                continue;
            int entry = column.Codes[row];
            if (column.Column.Kind == ColumnKind.LongText)
            {
                if (entry > 0 && !isClosed && file is not null && file.LongTexts(entry, entry).TryGetValue(entry, out string? text))
                    values.Add(column.Column.Name, [text]);
                continue;
            }

            IReadOnlyList<string> texts = column.TextsOf(entry);
            if (texts.Count > 0)
                values.Add(column.Column.Name, texts);
        }

        ColumnView cases = snapshot["case_id"];
        return new SeizureHit(snapshot.Ids.Column.Texts[snapshot.Ids.Codes[row]], cases.Column.Texts[cases.Codes[row]], values);
    }
}
