using System;
using System.Collections.Frozen;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>Frequent given names that are hardly anything else (no Jordan, no Victoria, no Paris); they confirm a guess, they do not make one.</summary>
internal sealed class GivenNames(ScreeningLists lists)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names = lists
        .Rows(ScreeningLists.GivenNameList)
        .Select(static w => w.Text)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word is a given name, alone or before a hyphen (Jean-Luc).</summary>
    public bool Contains(ReadOnlySpan<char> word)
    {
        if (_names.Contains(word))
            return true;
        int hyphen = word.IndexOf('-');
        return hyphen > 2 && hyphen + 2 < word.Length && char.IsUpper(word[hyphen + 1]) && _names.Contains(word[..hyphen]);
    }
}
