using System;
using System.Collections.Generic;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Numbers cases as they come, from 0.</summary>
internal sealed class CaseNumbers
{
    // Engines number cases without large gaps; what is beyond is looked up.
    private const int MostDirect = 1 << 26;

    private readonly Dictionary<int, int> _others = [];
    private int[] _numbers = [];
    private int _count;

    /// <summary>Adds the numbers of cases to a list.</summary>
    public void Add(ReadOnlySpan<int> cases, List<int> numbers)
    {
        foreach (int seizureCase in cases)
        {
            if (seizureCase is < 0 or >= MostDirect)
            {
                if (!_others.TryGetValue(seizureCase, out int other))
                    _others[seizureCase] = other = _count++;
                numbers.Add(other);
                continue;
            }

            if (seizureCase >= _numbers.Length)
                Array.Resize(ref _numbers, Math.Max(seizureCase + 1, 2 * _numbers.Length));
            // 0 is free.
            if (_numbers[seizureCase] == 0)
                _numbers[seizureCase] = ++_count;
            numbers.Add(_numbers[seizureCase] - 1);
        }
    }
}
