using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>E-mail addresses spelled so that no machine reads them: name (at) house [dot] com, name arroba casa punto com, name＠house . com.</summary>
internal sealed class SpelledAddressFinder(ScreeningLists lists)
{
    private const string Name = @"(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+";
    private const string Dots = @"(?: ?[\[({<]\s?(?i:{spelled_dot})\s?[\])}>] ?| (?i:{spelled_dot}) )";

    private readonly Regex _bracketed = lists.Pattern(
        ScreeningLists.PersonalFactList,
        Name + @" ?[\[({<]\s?(?i:{spelled_at}|@)\s?[\])}>] ?[\p{L}\p{N}-]+(?:(?:" + Dots + @"| ?\. ?(?=\p{Ll}))[\p{L}\p{N}-]+)*"
    );

    private readonly Regex _spoken = lists.Pattern(
        ScreeningLists.PersonalFactList,
        Name
            + @"(?:(?: (?i:{spelled_at}) )[\p{L}\p{N}-]+(?:"
            + Dots
            + @"[\p{L}\p{N}-]+)+| (?i:{spelled_at_sure}) [\p{L}\p{N}-]+\.\p{Ll}{2,6}(?:\.\p{Ll}{2})?|"
            + @" ?[@＠] ?[\p{L}\p{N}-]+(?:(?: ?[.．] ?[a-z]{2,5}(?!\p{L}))+|(?:"
            + Dots
            + @"[\p{L}\p{N}-]+)+))"
    );

    // "at]", "@)": what closes a spelled sign.
    private readonly SearchValues<string> _closings = SearchValues.Create(
        [
            .. lists
                .Words(ScreeningLists.PersonalFactList, "spelled_at")
                .Append("@")
                .SelectMany(static w => (string[])[w + "]", w + ")", w + "}", w + ">", w + " )", w + " ]"]),
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private readonly SearchValues<string> _sure = lists.AnyOf(
        ScreeningLists.PersonalFactList,
        StringComparison.OrdinalIgnoreCase,
        "spelled_at_sure"
    );

    private readonly SearchValues<string> _dots = SearchValues.Create(
        [.. lists.Words(ScreeningLists.PersonalFactList, "spelled_dot").Select(static w => $" {w} ")],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Adds the addresses of a text.</summary>
    public void Find(string text, bool hasAt, List<MaskedSpan> found)
    {
        ReadOnlySpan<char> signs = text;
        if (signs.ContainsAny(_closings))
            ContactFinder.Add(_bracketed, text, NominalKind.Email, found);
        if (hasAt || signs.Contains('＠') || signs.ContainsAny(_sure) || signs.ContainsAny(_dots))
            ContactFinder.Add(_spoken, text, NominalKind.Email, found);
    }
}
