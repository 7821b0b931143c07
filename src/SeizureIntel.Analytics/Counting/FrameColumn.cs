using System;
using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Analytics.Counting;

/// <summary>One coded field of all seizures of a frame.</summary>
internal sealed class FrameColumn(IReadOnlyList<string> values, int[] starts, int[] codes)
{
    private readonly bool[] _isKnown = KnownOf(values);

    /// <summary>The codes that occur; entry i is what the number i means.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    /// <summary>The numbers of a seizure's values, non-values included; at least one.</summary>
    public ReadOnlySpan<int> Of(int seizure) => codes.AsSpan(starts[seizure], starts[seizure + 1] - starts[seizure]);

    /// <summary>The number of a seizure's first value.</summary>
    public int First(int seizure) => codes[starts[seizure]];

    /// <summary>The code of a seizure's first value.</summary>
    public string FirstCode(int seizure) => Values[codes[starts[seizure]]];

    /// <summary>True where the number means a known value.</summary>
    public bool IsKnown(int number) => _isKnown[number];

    /// <summary>True where at least one of the seizure's values is known.</summary>
    public bool HasKnown(int seizure)
    {
        for (int k = starts[seizure]; k < starts[seizure + 1]; k++)
        {
            if (_isKnown[codes[k]])
                return true;
        }

        return false;
    }

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

    private static bool[] KnownOf(IReadOnlyList<string> values)
    {
        var known = new bool[values.Count];
        for (int i = 0; i < known.Length; i++)
            known[i] = !NonValue.Is(values[i]);
        return known;
    }
}
