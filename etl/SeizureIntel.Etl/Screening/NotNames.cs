using System;
using System.Collections.Frozen;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>Capitalised words that are not a person's name: lands and peoples, makes, drugs, offices, days and months.</summary>
internal sealed class NotNames(ScreeningLists lists)
{
    private const string Speech = "speech";

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names = Set(lists, static u => u != Speech);
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _speech = Set(lists, static u => u == Speech);

    /// <summary>True for a land, people, make, drug, office, day or month.</summary>
    public bool Contains(ReadOnlySpan<char> word) => _names.Contains(word);

    /// <summary>True for an article, preposition or the like, which ends a name in a text of capitals.</summary>
    public bool IsSpeech(ReadOnlySpan<char> word) => _speech.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(ScreeningLists lists, Func<string, bool> isOf) =>
        lists
            .Rows(ScreeningLists.NotNameList)
            .Where(w => isOf(w.Use))
            .Select(static w => w.Text)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
