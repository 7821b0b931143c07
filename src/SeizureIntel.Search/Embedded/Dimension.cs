using System;
using System.Linq;
using SeizureIntel.Search.Columns;

namespace SeizureIntel.Search.Embedded;

/// <summary>One part of a tabulation's key: a number a row, and the values that the number stands for. Numbers of values are in the ordinal order of their
/// texts, so that sorting keys sorts texts.</summary>
internal sealed class Dimension
{
    private readonly CodeVector _codes;
    private readonly int[] _ranks;
    private readonly bool[] _known;
    private readonly string?[] _texts;
    private readonly int[] _valueOfRank = [];
    private readonly TextPool? _pool;

    /// <summary>The values of a coded field.</summary>
    public Dimension(ColumnView column)
    {
        _codes = column.Codes;
        _pool = column.Column.Texts;
        int[] ranks = column.ValueRanks();
        _texts = new string?[ranks.Length];
        _valueOfRank = new int[ranks.Length];
        for (int value = 0; value < ranks.Length; value++)
            _valueOfRank[ranks[value]] = value;
        _known = new bool[column.Entries];
        for (int i = 0; i < _known.Length; i++)
            _known[i] = column.IsKnown(i);
        Entries = column.Entries;
        Values = ranks.Length;
        _ranks = ranks;

        // Rows are grouped by their list of values first; lists become values once for each group.
        if (column.Column.Kind == ColumnKind.Codes)
            Lists = [.. Enumerable.Range(0, column.Entries).Select(i => Array.ConvertAll(column.Column.Sets.Distinct(i), v => ranks[v]))];
    }

    /// <summary>The time a seizure falls into.</summary>
    public Dimension(TimeColumn time)
    {
        _codes = time.Codes;
        _texts = [.. time.Texts];
        Entries = Values = _texts.Length;
        _ranks = [.. Enumerable.Range(0, Entries)];
        _known = [.. _ranks.Select(r => r != time.Unstated)];
    }

    /// <summary>How many different numbers a row may have.</summary>
    public int Entries { get; }

    /// <summary>How many different values there are.</summary>
    public int Values { get; }

    /// <summary>Bits that the number of a row needs.</summary>
    public int Bits => BitsOf(Entries);

    /// <summary>Bits that the number of one value needs.</summary>
    public int ValueBits => BitsOf(Values);

    /// <summary>For each number of a row the numbers of its values; null where each row has one value.</summary>
    public int[][]? Lists { get; }

    /// <summary>The numbers of rows.</summary>
    public void Read(ReadOnlySpan<int> rows, Span<int> numbers)
    {
        // A block whose every row is asked for is read as it stands.
        if (rows.Length == RowSet.Block && rows[^1] - rows[0] == RowSet.Block - 1)
            _codes.Read(rows[0], numbers[..rows.Length]);
        else
            _codes.Gather(rows, numbers);
    }

    /// <summary>Whether the number of a row stands for a known value.</summary>
    public bool IsKnown(int number) => _known[number];

    /// <summary>The value of a row's number, where each row has one.</summary>
    public int ValueOf(int number) => _ranks[number];

    /// <summary>The text of a value's number.</summary>
    public string Text(int value) => _texts[value] ??= _pool![_valueOfRank[value]];

    /// <summary>Bits for numbers below a count.</summary>
    public static int BitsOf(int count)
    {
        int bits = 0;
        while (count > 1L << bits)
            bits++;
        return bits;
    }
}
