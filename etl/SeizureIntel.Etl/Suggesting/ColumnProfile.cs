using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>One column of a file as its cells show it: the different values with their rows, as far as they are kept.</summary>
internal sealed class ColumnProfile(string name, int position, long charactersKept, bool isNested)
{
    private const int MostValues = 4000;
    private const int LongestKept = 400;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private long _words;
    private long _characters;
    private long _sequence;
    private long _kept;
    private long _last = long.MinValue;

    public string Name { get; } = name;

    public int Position { get; } = position;

    /// <summary>Whether the name is one of the paths of a nested file.</summary>
    public bool IsNested { get; } = isNested;

    /// <summary>Rows whose cell is not blank.</summary>
    public int Filled { get; private set; }

    /// <summary>All rows.</summary>
    public int Rows { get; private set; }

    /// <summary>False where there were more values than are kept.</summary>
    public bool IsWhole { get; private set; } = true;

    public int Distinct => _counts.Count;

    /// <summary>The values by falling frequency, then in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Values =>
        field ??= [.. _counts.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal)];

    public double FilledShare => Rows == 0 ? 0 : (double)Filled / Rows;

    public double DistinctShare =>
        Filled == 0 ? 0
        : IsWhole ? (double)Distinct / Filled
        : 1;

    public double MeanWords => Filled == 0 ? 0 : (double)_words / Filled;

    public double MeanLength => Filled == 0 ? 0 : (double)_characters / Filled;

    /// <summary>Share of the filled cells that are a whole number one above the cell before.</summary>
    public double SequenceShare => Filled < 2 ? 0 : (double)_sequence / (Filled - 1);

    public void Add(string cell)
    {
        Rows++;
        string value = cell.Trim();
        if (value.Length == 0)
            return;
        Filled++;
        _characters += value.Length;
        _words += WordCount(value);
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            if (_last != long.MinValue && number == _last + 1)
                _sequence++;
            _last = number;
        }

        // A letter of two signs is not cut in half.
        if (value.Length > LongestKept)
            value = value[..(char.IsHighSurrogate(value[LongestKept - 1]) ? LongestKept - 1 : LongestKept)];
        if (_counts.TryGetValue(value, out int count))
            _counts[value] = count + 1;
        else if (_counts.Count < MostValues && _kept < charactersKept)
            (_counts[value], _kept) = (1, _kept + value.Length);
        else
            IsWhole = false;
    }

    // A Chinese text has no blanks: four signs count as two words.
    private static int WordCount(string value)
    {
        int words = 0,
            han = 0;
        bool inside = false;
        foreach (char c in value)
        {
            bool isHan = c is >= '\u4e00' and <= '\u9fff';
            if (isHan)
                han++;
            bool isLetter = char.IsLetterOrDigit(c) && !isHan;
            if (isLetter && !inside)
                words++;
            inside = isLetter;
        }

        return words + ((han + 1) / 2);
    }
}
