using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using SeizureIntel.Queries;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Takes one coded field from the batches of a reading as they come; what it keeps of a batch is packed.</summary>
internal sealed class FrameColumnBuilder
{
    private readonly List<(PackedNumbers Part, int Length)> _parts = [];

    // Set of one value by that value; sets of several by their numbers.
    private readonly List<int> _oneValue = [];
    private readonly Dictionary<string, int> _several = new(StringComparer.Ordinal);
    private readonly List<int> _codes = [];
    private readonly List<int> _starts = [0];
    private IReadOnlyList<string> _values = [];
    private int[] _room = [];
    private int _count;

    /// <summary>Adds the seizures of a batch.</summary>
    public void Add(SeizureColumn column, int count)
    {
        _values = column.Values;
        if (_room.Length < count)
            _room = new int[count];
        ReadOnlySpan<int> starts = column.Starts.Span,
            codes = column.Codes.Span;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<int> values = codes[starts[i]..starts[i + 1]];
            _room[i] = values.Length == 1 ? OneValue(values[0]) : Several(values);
        }

        _parts.Add((PackedNumbers.Of(_room.AsSpan(0, count), _starts.Count - 1), count));
        _count += count;
    }

    /// <summary>The column of all batches.</summary>
    /// <remarks>Engines number codes as they meet them. What draws at random, or breaks ties, must not depend on that: the codes that occur are numbered
    /// in the order of their names.</remarks>
    public FrameColumn Build()
    {
        int[] codes = [.. _codes];
        int[] used = [.. codes.Distinct().OrderBy(v => _values[v], StringComparer.Ordinal)];
        var numbers = new Dictionary<int, int>();
        for (int i = 0; i < used.Length; i++)
            numbers[used[i]] = i;
        for (int i = 0; i < codes.Length; i++)
            codes[i] = numbers[codes[i]];
        return new FrameColumn(
            [.. used.Select(v => _values[v])],
            PackedNumbers.Join(_parts, _count, _starts.Count - 1),
            [.. _starts],
            codes
        );
    }

    private int OneValue(int value)
    {
        while (_oneValue.Count <= value)
            _oneValue.Add(-1);
        if (_oneValue[value] < 0)
            _oneValue[value] = Set([value]);
        return _oneValue[value];
    }

    private int Several(ReadOnlySpan<int> values)
    {
        ReadOnlySpan<char> key = MemoryMarshal.Cast<int, char>(values);
        var sets = _several.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!sets.TryGetValue(key, out int set))
            sets[key] = set = Set(values);
        return set;
    }

    private int Set(ReadOnlySpan<int> values)
    {
        foreach (int value in values)
            _codes.Add(value);
        _starts.Add(_codes.Count);
        return _starts.Count - 2;
    }
}
