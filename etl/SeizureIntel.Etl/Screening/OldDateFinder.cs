using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Screening;

/// <summary>Full dates of years in which nothing was seized that is reported here: whose day they are is somebody's birth, if no law is.</summary>
/// <remarks>Reports begin in this century. A day of 2003 or before is told of a person, an old law or an old document; of years in two digits, those
/// from 30 on.</remarks>
internal sealed partial class OldDateFinder(Explanations words)
{
    private const int Reach = 48;
    private const int MostDays = 31;
    private const int MostMonths = 12;

    // What the pattern begins or ends with, in one pass: a year of the century before, or a sign before a year in two digits.
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        ["19", "200", "13", "14", "١٩", "٢٠٠", .. "./-".SelectMany(static sign => "3456789".Select(digit => $"{sign}{digit}"))],
        StringComparison.Ordinal
    );

    public void Find(string text, List<MaskedSpan> found)
    {
        if (!text.AsSpan().ContainsAny(Signs))
            return;
        for (Match match = OldDates().Match(text); match.Success; match = match.NextMatch())
        {
            if (match.Groups["short"].Success && !IsDay(text, match))
                continue;
            Group month = match.Groups["month"];
            if (
                month.Success
                && !words.Is(
                    month.ValueSpan.Contains(' ') ? month.ValueSpan[..month.ValueSpan.IndexOf(' ')] : month.ValueSpan,
                    Explanation.Month
                )
            )
                continue;
            if (!IsOfLaw(text, match.Index))
                found.Add(new MaskedSpan(NominalKind.DateOfBirth, match.Index, match.Length));
        }
    }

    // 14.11.72: a day and a month in either order, and nothing that is measured.
    private bool IsDay(string text, Match match)
    {
        ReadOnlySpan<char> date = match.ValueSpan;
        int cut = date.IndexOfAny('.', '/', '-');
        int last = date.LastIndexOfAny('.', '/', '-');
        int first = int.Parse(date[..cut], CultureInfo.InvariantCulture);
        int second = int.Parse(date[(cut + 1)..last], CultureInfo.InvariantCulture);
        return first is > 0 and <= MostDays
            && second is > 0 and <= MostDays
            && Math.Min(first, second) <= MostMonths
            && !words.AreCounted(text, match.Index + match.Length, isShort: false);
    }

    // "loi 90-614 du 12 juillet 1990", "Act of 3 May 1979".
    private bool IsOfLaw(string text, int start)
    {
        int at = start;
        while (at > 0 && start - at < Reach && text[at - 1] is not (';' or '\n' or '!' or '?'))
        {
            int end = at;
            while (at > 0 && char.IsLetter(text[at - 1]))
                at--;
            if (end - at > 2 && words.Is(text.AsSpan(at, end - at), Explanation.Reference))
                return true;
            if (at == end)
                at--;
        }

        return false;
    }

    [GeneratedRegex(
        @"(?<![\p{N}./-])(?:\d{1,2}(?:(?:[./-]|\. )\d{1,2}(?:[./-]|\. )|[ ./-](?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})[ ./-]|"
            + @"(?i:st|nd|rd|th|er|\.|º|ª|e)?(?:[-/.]| ?(?i:de |do |of )?)"
            + @"(?<month>\p{L}{3,12}(?: ال[أا]ول| الثاني)?)(?:[-/]|\.?,? ?(?i:de |do |of )?))"
            + @"(?:19[2-9]\d|200[0-3])|(?<month>\p{L}{3,12})\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19[2-9]\d|200[0-3])|(?:19[2-9]\d|200[0-3])"
            + @"(?:[./-]\d{1,2}[./-]\d{1,2}|年\d{1,2}月\d{1,2}日?)|(?<short>\d{1,2}([./-])\d{1,2}\1[3-9]\d(?! ?(?:[cm]?m|kg|x|×)(?!\p{L})))|"
            + @"\d{1,2} (?<month>\p{L}{3,6}(?: ال[أا]ول(?:ى)?| ال[آا]خرة?| الثاني[ةه]?| القعدة| الحجة)?) 1(?:3\d\d|4(?:[01]\d|2[0-4])) ?هـ?|"
            + @"[٠-٩]{1,2}[./-][٠-٩]{1,2}[./-](?:١٩[٢-٩][٠-٩]|٢٠٠[٠-٣])|(?:١٩[٢-٩][٠-٩]|٢٠٠[٠-٣])[./-][٠-٩]{1,2}[./-][٠-٩]{1,2})"
            + @"(?![\p{N}]|[./-]\d)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex OldDates();
}
