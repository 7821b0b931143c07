using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Reads dates: ISO 8601, day-first with slash, point or hyphen, months by number or name,
/// quarters and years; nothing is made more precise than it was written.</summary>
internal static partial class DateText
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2100;

    /// <summary>The date a text states; null where it is none (a range of years, a two-digit year, a day that does not exist).</summary>
    /// <param name="text">A cell, trimmed.</param>
    /// <param name="formats">Exact .NET formats of the source, tried first.</param>
    /// <param name="order">What the column's other dates tell.</param>
    /// <param name="months">The names of the months; null for none.</param>
    /// <param name="isAmbiguous">True where day and month could be swapped and the column does not tell.</param>
    public static SeizureDate? Read(string text, IReadOnlyList<string> formats, DateOrder order, CodeList? months, out bool isAmbiguous)
    {
        isAmbiguous = false;
        foreach (string format in formats)
        {
            // A year that no table of ours can mean is one of another calendar.
            if (
                DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime exact)
                && exact.Year is >= EarliestYear and <= LatestYear
            )
                return new SeizureDate(DateOnly.FromDateTime(exact), DatePrecision.Day);
        }

        string ascii = Western(WithoutYearWord(HanNumbers.In(AsciiDigits.In(text))));
        if (OtherCalendar.Read(ascii) is { } converted)
            return converted;
        Match iso = Iso().Match(ascii);
        if (iso.Success)
            return Date(iso.Groups["y"], iso.Groups["m"], iso.Groups["d"]);
        Match compact = Compact().Match(ascii);
        if (compact.Success)
            return Date(compact.Groups["y"], compact.Groups["m"], compact.Groups["d"]);
        Match quarter = Quarter().Match(ascii);
        if (quarter.Success)
        {
            SeizureDate? start = Date(quarter.Groups["y"], null, null);
            return start is { } s ? new SeizureDate(s.Start.AddMonths((Number(quarter.Groups["q"]) - 1) * 3), DatePrecision.Quarter) : null;
        }

        Match month = MonthYear().Match(ascii);
        if (month.Success)
            return Date(month.Groups["y"], month.Groups["m"], null);
        Match pair = TwoNumbers().Match(ascii);
        if (!pair.Success)
            return months is null ? null : NamedMonths.Read(ascii, months);
        bool isMonthFirst = Decide(Number(pair.Groups["a"]), Number(pair.Groups["b"]), order, out isAmbiguous);
        return isMonthFirst
            ? Date(pair.Groups["y"], pair.Groups["a"], pair.Groups["b"])
            : Date(pair.Groups["y"], pair.Groups["b"], pair.Groups["a"]);
    }

    /// <summary>What a date written with two numbers before the year tells of its column; undecided where it tells nothing.</summary>
    public static DateOrder Evidence(string text)
    {
        Match pair = TwoNumbers().Match(AsciiDigits.In(text.Trim()));
        if (!pair.Success)
            return DateOrder.Undecided;
        int a = Number(pair.Groups["a"]),
            b = Number(pair.Groups["b"]);
        return a > 12 && b is >= 1 and <= 12 ? DateOrder.DayFirst
            : b > 12 && a is >= 1 and <= 12 ? DateOrder.MonthFirst
            : DateOrder.Undecided;
    }

    /// <summary>Whether a text is a date with two numbers before the year.</summary>
    public static bool IsTwoNumbers(string text) => TwoNumbers().IsMatch(AsciiDigits.In(text.Trim()));

    private static bool Decide(int a, int b, DateOrder order, out bool isAmbiguous)
    {
        isAmbiguous = false;
        if (a > 12 || a == b)
            return false;
        if (b > 12)
            return true;
        isAmbiguous = order == DateOrder.Undecided;
        return order == DateOrder.MonthFirst;
    }

    private static SeizureDate? Date(Group year, Group? month, Group? day)
    {
        int y = Number(year);
        if (y is < EarliestYear or > LatestYear)
            return null;
        if (month is not { Success: true })
            return new SeizureDate(new DateOnly(y, 1, 1), DatePrecision.Year);
        int m = Number(month);
        if (m is < 1 or > 12)
            return null;
        if (day is not { Success: true })
            return new SeizureDate(new DateOnly(y, m, 1), DatePrecision.Month);
        return Day(y, m, Number(day));
    }

    /// <summary>A day of the common era; null where the month has none such.</summary>
    /// <param name="year">The year, 1 to 9999.</param>
    /// <param name="month">The month, 1 to 12.</param>
    /// <param name="day">The day.</param>
    internal static SeizureDate? Day(int year, int month, int day) =>
        day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new SeizureDate(new DateOnly(year, month, day), DatePrecision.Day) : null;

    internal static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // "26.03.2024г." and "ngày 2 tháng 1 năm 2023" say day, month and year by words.
    private static string WithoutYearWord(string text)
    {
        if (Vietnamese().Match(text) is { Success: true } day)
            return $"{day.Groups["d"].Value}/{day.Groups["m"].Value}/{day.Groups["y"].Value}";
        return YearWord().Replace(text, "");
    }

    // The years before the first of the Republic of China and of the eras of Japan.
    private static string Western(string text)
    {
        if (Minguo().Match(text) is { Success: true } republic)
            return In(1911, republic);
        if (Era().Match(text) is not { Success: true } era)
            return text;
        return In(
            era.Groups["era"].Value.ToUpperInvariant() is "令和" or "R" ? 2018
                : era.Groups["era"].Value.ToUpperInvariant() is "平成" or "H" ? 1988
                : 1925,
            era
        );

        string In(int before, Match year) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{before + (year.Groups["y"].Success ? Number(year.Groups["y"]) : 1)}年{text[year.Length..]}"
            );
    }

    [GeneratedRegex(
        @"^(?:ngày\s+)?(?<d>\d{1,2})\s+tháng\s+(?<m>\d{1,2})\s+năm\s+(?<y>\d{4})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"(?<=^\d{1,2}[./-]\d{1,2}[./-]\d{4})\s?(?:г|года|р|року|г|god|год|ж|жыл|m)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex YearWord();

    [GeneratedRegex(@"^(?:中華)?民[國国]\s?(?<y>\d{1,3})年", RegexOptions.CultureInvariant)]
    private static partial Regex Minguo();

    // 元 is the first year of an era.
    [GeneratedRegex(
        @"^(?<era>令和|平成|昭和|[RHS])\s?(?:(?<y>\d{1,2})|元)(?:年|[./-](?=\d{1,2}[./-]\d{1,2}$))",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Era();

    // A time after the date is passed over: the record keeps none (quasi-identifier).
    [GeneratedRegex(
        @"^(?<y>\d{4})(?:[-/.年]\s?(?<m>\d{1,2})(?:[-/.月]\s?(?<d>\d{1,2})[日.]?(?:[T ,]\s*\d{1,2}[:.hH时時]\d{2}.*)?|月)?|年)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?:[T ]\d{2}:?\d{2}.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Compact();

    [GeneratedRegex(
        @"^(?:(?<y>\d{4})[-/ ]?Q(?<q>[1-4])|Q(?<q>[1-4])[-/ ]?(?<y>\d{4}))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?<m>\d{1,2})[-/.](?<y>\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthYear();

    [GeneratedRegex(
        @"^(?<a>\d{1,2})[-/.]\s?(?<b>\d{1,2})[-/.]\s?(?<y>\d{4})\.?(?:[T ,]\s*\d{1,2}[:.hH]\d{2}.*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex TwoNumbers();
}
