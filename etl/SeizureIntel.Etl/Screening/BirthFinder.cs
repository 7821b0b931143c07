using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Dates, years and places of birth.</summary>
internal sealed class BirthFinder(ScreeningLists lists)
{
    private readonly Regex _births = lists.Pattern(
        ScreeningLists.PersonalFactList,
        @"(?:(?<!\p{L})(?i:{born})(?!\p{L})|{born_unspaced})[\s:：.,-]{0,4}(?<id>\d{1,2}(?:st|nd|rd|th|\.)?[\s./-]+(?:(?:"
            + @"de|of|do)\s+)?(?:\d{1,2}|\p{L}{3,12}\.?)[\s./,-]+(?:(?:de|of|do)\s+)?\d{2,4}|\p{L}{3,12}\.? \d{1,2},? \d{4}|(?"
            + @":19|20)\d{2}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?|年?))(?!\d)"
    );

    private readonly Regex _birthsBehind = lists.Pattern(
        ScreeningLists.PersonalFactList,
        @"(?<![\p{L}\p{N}])(?<id>(?:\d{1,2}[./-]\d{1,2}[./-])?(?:19|20)\d{2}(?:[./-]\d{1,2}[./-]\d{1,2})?(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?)?)\s?{born_behind}"
    );

    public void Find(string text, List<MaskedSpan> found)
    {
        Add(_births, text, found);
        Add(_birthsBehind, text, found);
    }

    private static void Add(Regex pattern, string text, List<MaskedSpan> found)
    {
        for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
        {
            Group id = match.Groups["id"];
            int length = id.ValueSpan.TrimEnd(" .,;:-").Length;
            if (length > 0)
                found.Add(new(NominalKind.DateOfBirth, id.Index, length));
        }
    }
}
