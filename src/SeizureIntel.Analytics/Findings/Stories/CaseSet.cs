using System;
using System.Collections.Generic;
using System.Numerics;

namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>The cases behind a finding, as bits by case number.</summary>
public sealed class CaseSet
{
    private const int BitsAWord = 64;

    private readonly ulong[] _words;

    /// <summary>Gathers case numbers; a number that stands twice counts once.</summary>
    /// <param name="cases">Case numbers, 0 or more.</param>
    public CaseSet(IReadOnlyCollection<int> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        int highest = -1;
        foreach (int number in cases)
            highest = Math.Max(highest, number);
        _words = new ulong[(highest / BitsAWord) + 1];
        foreach (int number in cases)
            _words[number / BitsAWord] |= 1UL << (number % BitsAWord);
        foreach (ulong word in _words)
            Count += BitOperations.PopCount(word);
    }

    /// <summary>Cases in the set.</summary>
    public int Count { get; }

    /// <summary>Cases in this set and another.</summary>
    public int Shared(CaseSet other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int count = 0,
            words = Math.Min(_words.Length, other._words.Length);
        for (int i = 0; i < words; i++)
            count += BitOperations.PopCount(_words[i] & other._words[i]);
        return count;
    }
}
