using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Screening;

/// <summary>What names are put together from, what ends them, and what shows the language they stand in.</summary>
internal sealed class NameParts(ScreeningLists lists)
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _particles = Set(lists, "particle");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _things = Set(lists, "thing");
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _arabicStops = Set(lists, "arabic_stop");
    private readonly string[] _slavicEndings = [.. lists.Words(ScreeningLists.NamePartList, "slavic_ending")];
    private readonly string[] _patronymicEndings = [.. lists.Words(ScreeningLists.NamePartList, "patronymic_ending")];

    private readonly FrozenDictionary<string, string[]> _signs = lists
        .Rows(ScreeningLists.NamePartList)
        .Where(static w => w.Use == "language_sign")
        .GroupBy(static w => w.Language)
        .ToFrozenDictionary(static g => g.Key, static g => g.Select(static w => w.Text).ToArray());

    public bool IsParticle(ReadOnlySpan<char> word) => _particles.Contains(word);

    /// <summary>Operation, vessel, brand: what is named behind it is no person.</summary>
    public bool IsThing(ReadOnlySpan<char> word) => _things.Contains(word);

    public bool IsArabicStop(ReadOnlySpan<char> word) => _arabicStops.Contains(word);

    /// <summary>Words that only a text of this language has.</summary>
    public IReadOnlyList<string> SignsOf(string language) => _signs.GetValueOrDefault(language, []);

    public bool EndsLikeSlavicSurname(ReadOnlySpan<char> word)
    {
        foreach (string ending in _slavicEndings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word is formed from a father's name, as Russian does: Сергеевич, Петровна.</summary>
    public bool IsPatronymic(ReadOnlySpan<char> word)
    {
        if (word.Length < 7 || word[0] is < '\u0410' or > '\u042f')
            return false;
        foreach (string ending in _patronymicEndings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(ScreeningLists lists, string use) =>
        lists
            .Words(ScreeningLists.NamePartList, use)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
