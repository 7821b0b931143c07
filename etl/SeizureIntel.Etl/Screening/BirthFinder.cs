using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Dates, years and places of birth.</summary>
internal sealed class BirthFinder(ScreeningLists lists)
{
    // Whoever crosses a border with goods was born before.
    private const string Year = @"(?:(?:19|١٩|۱۹)\d\d|(?:20|٢٠|۲۰)(?:[0٠۰]\d|[1١۱][0-2٠-٢۰-۲]))";

    private const string ShortYear = @"(?:[03-9٠٣-٩]\d|1[0-2])";
    private const string Day =
        $@"(?:\d{{1,2}}(?:[./-]|\. )\d{{1,2}}(?:[./-]|\. )(?:{Year}|{ShortYear})|{Year}[./-]\d{{1,2}}[./-]\d{{1,2}}|"
        + $@"\d{{1,2}}(?i:er|º|\.|st|nd|rd|th)?[ /-](?i:de )?\p{{L}}{{3,10}}\.?(?i: de)?[ /-](?:{Year}|{ShortYear})|"
        + $@"{Year}年\d{{1,2}}月\d{{1,2}}日)";

    private const string LoneDay = $@"(?<![\p{{N}}./-])(?<id>{Day})(?![\p{{N}}]|[./-]\d)";

    private const string Of = @"(?:(?:de|of|do|d['’])\s?)?";

    private readonly Regex _births = lists.Pattern(
        ScreeningLists.PersonalFactList,
        @"(?:(?<!\p{L})(?i:{born})(?!\p{L})|{born_unspaced})[\s:：.,-]{0,4}(?:民[國国])?(?<id>\d{1,2}(?:st|nd|rd|th|\.)?[\s./-]+(?:(?:"
            + @"de|of|do)\s+)?(?:\d{1,2}|\p{L}{1,12}\.?)[\s./,-]+(?:(?:de|of|do)\s+)?\d{2,4}|\p{L}{3,12}\.? \d{1,2},? \d{4}|"
            + @"\p{L}{3,12}\.? (?:de )?(?:19|20)\d\d(?!\d)|"
            + @"\d{2,3}年\d{1,2}月\d{1,2}日|(?:19|20)\d{2}(?:[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?|年?)|\d{2}[./-]\d{1,2}[./-]\d{1,2}|\d{8}|\d{6})(?!\d)"
    );

    // "Geb.-Dat. 130370" · "recorded as born in Hargeisa, 3/4/71": what begins like a word for births, and a date of somebody grown up in its clause.
    private readonly Regex _birthsNear = lists.Pattern(
        ScreeningLists.PersonalFactList,
        @"\G(?<![\p{L}-[\u4e00-\u9fff]])(?i:{born_stem})\p{L}*(?:[^\d;\n!?.]|\.(?! \p{Lu}\p{Ll})|(?<=[ .]\p{L}{1,3})\.){0,36}?"
            + @"(?<id>\d{1,2}(?:st|nd|rd|th|er|[º°ª.])?[\s./-]{0,2}"
            + Of
            + @"(?:[\s./-]\d{1,2}[\s./-]{1,2}|\p{L}{1,12}(?: \p{L}{4,7})?\.?[\s./,-]{1,2})"
            + Of
            + $@"(?:{Year}|{ShortYear})|\p{{L}}{{3,12}}\.? \d{{1,2}},? {Year}|{Year}(?:[-./年]\d{{1,2}}(?:[-./月](?:\d{{1,2}}日?)?)?|年)?|"
            + $@"{ShortYear}[./-]\d{{1,2}}[./-]\d{{1,2}}|{Year}\d{{4}}|\d{{4}}{Year}|\d{{4}}{ShortYear})(?![\d\p{{L}}]|[.,:/-]\d)"
    );

    private readonly Regex _birthsBehind = lists.Pattern(
        ScreeningLists.PersonalFactList,
        @"(?<![\p{L}\p{N}](?<![\u4e00-\u9fff]))(?<id>(?:\d{1,2}[./-]\d{1,2}[./-])?(?:19|20)\d{2}(?:[./-]\d{1,2}[./-]\d{1,2})?(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?)?|"
            + @"\d{1,2}[./-]\d{1,2}[./-]\d{2}|\d{8})\s?(?i:{born_behind})"
    );

    // "(*7.6.2009)" · "28.11.2008 рождения" · "el 30 de enero de 2007 como nacimiento" · "2009.06.20生" · "民國75年6月11日生".
    private readonly Regex _birthsBeside = lists.Pattern(
        ScreeningLists.PersonalFactList,
        $@"(?<![\p{{L}}\p{{N}}])\*\s?(?<id>\d{{1,2}}[./]\d{{1,2}}[./](?:{Year}|{ShortYear}))(?!\d)|"
            + $@"(?<![\p{{N}}./-])(?<id>\d{{1,2}}(?:[./-]\d{{1,2}}[./-]|\.?º? {Of}\p{{L}}{{3,12}}\.? {Of}){Year}|{Year}[./-]\d{{1,2}}[./-]\d{{1,2}})"
            + @"[\s,)]{1,2}(?:\p{L}{1,10}\s){0,3}(?i:{born_near_behind})(?!\p{L})|"
            + $@"(?<!\d)(?<id>{Year}[./-]\d{{1,2}}[./-]\d{{1,2}}|{Year}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)生(?![产產])|"
            + @"(?:民[國国])?(?<id>\d{2}年\d{1,2}月\d{1,2}日)(?:生(?![产產])|之[男女])"
    );

    // "MENOR 22-05-2008", "(2008-10-02) … القاصر": a day of the years in which minors were born, in a sentence that tells of one or of an age.
    private readonly Regex _minor = lists.Pattern(
        ScreeningLists.PersonalFactList,
        @"\G(?<!\p{L}(?<![\u4e00-\u9fff]))(?i:{minor})(?!\p{L}(?<![\u4e00-\u9fff]))"
    );

    private readonly Regex _behindMinor = new($@"\G[^;\n!]{{0,60}}?{LoneDay}", RegexOptions.CultureInvariant | RegexOptions.Compiled);

    private readonly Regex _beforeMinor = lists.Pattern(
        ScreeningLists.PersonalFactList,
        $@"{LoneDay}[^;\n!.]{{0,40}}?(?<!\p{{L}}(?<![\u4e00-\u9fff]))(?i:{{minor}})"
    );

    private readonly SearchValues<string> _minorWords = lists.AnyOf(
        ScreeningLists.PersonalFactList,
        StringComparison.OrdinalIgnoreCase,
        "minor"
    );

    private readonly SearchValues<string> _nearBehind = lists.AnyOf(
        ScreeningLists.PersonalFactList,
        StringComparison.OrdinalIgnoreCase,
        "born_near_behind"
    );

    private readonly SearchValues<string> _stems = lists.AnyOf(
        ScreeningLists.PersonalFactList,
        StringComparison.OrdinalIgnoreCase,
        "born_stem"
    );

    public void Find(string text, List<MaskedSpan> found)
    {
        Add(_births, text, found);
        for (int at = Next(text, 0, _stems); at >= 0; at = Next(text, at + 1, _stems))
            Add(_birthsNear.Match(text, at), found);
        Add(_birthsBehind, text, found);
        FindMinors(text, found);
        if (text.AsSpan().ContainsAny('*', '生') || text.AsSpan().ContainsAny(_nearBehind))
            Add(_birthsBeside, text, found);
    }

    private void FindMinors(string text, List<MaskedSpan> found)
    {
        bool isTold = false;
        for (int at = Next(text, 0, _minorWords); at >= 0; at = Next(text, at + 1, _minorWords))
        {
            if (_minor.Match(text, at) is not { Success: true } minor)
                continue;
            isTold = true;
            Add(_behindMinor.Match(text, at + minor.Length), found);
        }

        if (isTold)
            Add(_beforeMinor, text, found);
    }

    private static int Next(string text, int from, SearchValues<string> words)
    {
        int at = from >= text.Length ? -1 : text.AsSpan(from).IndexOfAny(words);
        return at < 0 ? -1 : from + at;
    }

    private static void Add(Regex pattern, string text, List<MaskedSpan> found)
    {
        for (Match match = pattern.Match(text); match.Success; match = match.NextMatch())
            Add(match, found);
    }

    private static void Add(Match match, List<MaskedSpan> found)
    {
        if (!match.Success)
            return;
        Group id = match.Groups["id"];
        int length = id.ValueSpan.TrimEnd(" .,;:-").Length;
        if (length > 0)
            found.Add(new(NominalKind.DateOfBirth, id.Index, length));
    }
}
