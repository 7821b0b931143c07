using System;
using System.Linq;
using SeizureIntel.Queries;
using SeizureIntel.Search.Columns;
using SeizureIntel.Search.Words;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Embedded;

/// <summary>One part of a tabulation's key: a number a row, and the text that the number stands for. Numbers are in the ordinal order of their texts,
/// so that sorting keys sorts texts.</summary>
internal sealed class Dimension
{
    private readonly ColumnView _column;
    private readonly ColumnView? _precision;
    private readonly int[] _map;
    private readonly bool[] _known;
    private readonly bool[] _isPreciseEnough = [];
    private readonly string?[] _texts;
    private readonly int[] _valueOfRank = [];
    private readonly int _unstated;

    /// <summary>The values of a coded field.</summary>
    public Dimension(ColumnView column)
    {
        _column = column;
        int[] ranks = column.ValueRanks();
        _texts = new string?[ranks.Length];
        _valueOfRank = new int[ranks.Length];
        for (int value = 0; value < ranks.Length; value++)
            _valueOfRank[ranks[value]] = value;
        _known = new bool[column.Entries];
        for (int i = 0; i < _known.Length; i++)
            _known[i] = column.IsKnown(i);
        if (column.Column.Kind == ColumnKind.Code)
        {
            _map = ranks;
            Bits = BitsOf(ranks.Length);
            return;
        }

        // Rows are grouped by their list of values first; lists become values once for each group.
        _map = [];
        Lists = [.. Enumerable.Range(0, column.Entries).Select(i => column.Column.Sets.Distinct(i).Select(v => ranks[v]).ToArray())];
        Bits = BitsOf(Lists.Length);
        ValueBits = BitsOf(ranks.Length);
    }

    /// <summary>The time a seizure falls into.</summary>
    public Dimension(ColumnView dates, ColumnView precision, Bucket bucket)
    {
        _column = dates;
        _precision = precision;
        string[] keys = new string[dates.Entries];
        for (int i = 1; i < keys.Length; i++)
            keys[i] = TimeKeys.Of(DateOnly.FromDayNumber((int)dates.Column.Numbers[i]), bucket);
        keys[0] = NonValue.NotStated;
        string[] distinct = [.. keys.Append(NonValue.NotStated).Distinct().Order(StringComparer.Ordinal)];
        _texts = distinct;
        _map = [.. keys.Select(k => Array.BinarySearch(distinct, k, StringComparer.Ordinal))];
        _unstated = Array.BinarySearch(distinct, NonValue.NotStated, StringComparer.Ordinal);
        _known = [.. _map.Select(m => m != _unstated)];
        _isPreciseEnough =
        [
            .. Enumerable.Range(0, precision.Entries).Select(i => TimeKeys.IsPreciseEnough(precision.Column.Texts[i], bucket)),
        ];
        Bits = BitsOf(distinct.Length);
    }

    /// <summary>Bits that the number of a row needs.</summary>
    public int Bits { get; }

    /// <summary>Bits that the number of one value needs, where a row may have several.</summary>
    public int ValueBits
    {
        get => Lists is null ? Bits : field;
    }

    /// <summary>For each number of a row the numbers of its values; null where each row has one value, and its number is that of the value.</summary>
    public int[][]? Lists { get; }

    /// <summary>The numbers of rows.</summary>
    public void Read(ReadOnlySpan<int> rows, Span<int> numbers, Span<int> scratch)
    {
        _column.Codes.Gather(rows, numbers);
        if (Lists is not null)
            return;
        if (_precision is null)
        {
            for (int i = 0; i < rows.Length; i++)
                numbers[i] = _map[numbers[i]];
            return;
        }

        _precision.Codes.Gather(rows, scratch);
        for (int i = 0; i < rows.Length; i++)
            numbers[i] = _isPreciseEnough[scratch[i]] ? _map[numbers[i]] : _unstated;
    }

    /// <summary>Clears the marks of rows that have no known value here.</summary>
    public void MarkKnown(ReadOnlySpan<int> rows, Span<bool> marks, Span<int> scratch)
    {
        _column.Codes.Gather(rows, scratch);
        for (int i = 0; i < rows.Length; i++)
            marks[i] &= _known[scratch[i]];
        if (_precision is null)
            return;
        _precision.Codes.Gather(rows, scratch);
        for (int i = 0; i < rows.Length; i++)
            marks[i] &= _isPreciseEnough[scratch[i]];
    }

    /// <summary>The text of a value's number.</summary>
    public string Text(int number) => _texts[number] ??= _column.Column.Texts[_valueOfRank[number]];

    /// <summary>Bits for numbers below a count.</summary>
    public static int BitsOf(int count)
    {
        int bits = 0;
        while (count > 1L << bits)
            bits++;
        return bits;
    }
}
