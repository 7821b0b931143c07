using System;
using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Analytics.Counting;

/// <summary>One coded field of all seizures of a frame: a number a seizure, in as few bytes as the different ones need, that stands for its values.</summary>
internal sealed class FrameColumn
{
    private readonly PackedNumbers _entries;
    private readonly int[] _starts;
    private readonly int[] _codes;
    private readonly bool[] _isKnown;
    private readonly bool[] _hasKnown;

    /// <summary>A column of packed numbers.</summary>
    /// <param name="values">The codes that occur.</param>
    /// <param name="entries">A number a seizure.</param>
    /// <param name="starts">Where the values of each number begin in <paramref name="codes"/>, and behind the last where they end; one each at
    /// least.</param>
    /// <param name="codes">Numbers into <paramref name="values"/>.</param>
    public FrameColumn(IReadOnlyList<string> values, PackedNumbers entries, int[] starts, int[] codes)
    {
        Values = values;
        (_entries, _starts, _codes) = (entries, starts, codes);
        _isKnown = new bool[values.Count];
        for (int i = 0; i < _isKnown.Length; i++)
            _isKnown[i] = !NonValue.Is(values[i]);
        _hasKnown = new bool[starts.Length - 1];
        for (int entry = 0; entry < _hasKnown.Length; entry++)
        {
            for (int k = starts[entry]; k < starts[entry + 1]; k++)
                _hasKnown[entry] |= _isKnown[codes[k]];
        }
    }

    /// <summary>The codes that occur; entry i is what the number i means.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>How many different sets of values occur.</summary>
    public int Sets => _hasKnown.Length;

    /// <summary>The number of a seizure's set of values, from 0.</summary>
    public int SetOf(int seizure) => _entries[seizure];

    /// <summary>The numbers of a seizure's values, non-values included; at least one.</summary>
    public ReadOnlySpan<int> Of(int seizure)
    {
        int entry = _entries[seizure];
        return _codes.AsSpan(_starts[entry], _starts[entry + 1] - _starts[entry]);
    }

    /// <summary>The number of a seizure's first value.</summary>
    public int First(int seizure) => _codes[_starts[_entries[seizure]]];

    /// <summary>The code of a seizure's first value.</summary>
    public string FirstCode(int seizure) => Values[First(seizure)];

    /// <summary>True where the number means a known value.</summary>
    public bool IsKnown(int number) => _isKnown[number];

    /// <summary>True where at least one of the seizure's values is known.</summary>
    public bool HasKnown(int seizure) => _hasKnown[_entries[seizure]];

    /// <summary>The number of a code; −1 where no seizure has it.</summary>
    public int NumberOf(string code)
    {
        for (int i = 0; i < Values.Count; i++)
        {
            if (Values[i] == code)
                return i;
        }

        return -1;
    }
}
