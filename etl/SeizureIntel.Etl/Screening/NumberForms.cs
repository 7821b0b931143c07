using System;
using System.Buffers;

namespace SeizureIntel.Etl.Screening;

/// <summary>What the form of a number says of it: years, decimals, thousands, dimensions.</summary>
internal static class NumberForms
{
    private const int LongestParagraph = 4;
    private static readonly SearchValues<char> Joints = SearchValues.Create(".-/·–,");

    public static bool IsDimension(string text, NumberPart part)
    {
        for (int i = part.Start + 1; i + 1 < part.End && part.Letters <= 3; i++)
        {
            if (IsTimes(text[i]) && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]))
                return true;
        }

        int before = part.Start - 1;
        while (before > 0 && part.Start - before < 3 && text[before] == ' ')
            before--;
        int behind = part.End;
        while (behind + 1 < text.Length && behind - part.End < 2 && text[behind] == ' ')
            behind++;
        return (before > 0 && IsTimes(text[before]) && !char.IsLetter(text[before - 1]))
            || (
                behind + 1 < text.Length
                && IsTimes(text[behind])
                && !char.IsLetter(text[behind + 1])
                && text[behind + 1] is not ('.' or ',')
                && (!char.IsUpper(text[behind]) || IsBeforeDigit(text, behind + 1))
            );
    }

    // "B-4418 X" is a registration, "4418 X 20" a dimension.
    private static bool IsBeforeDigit(string text, int at)
    {
        while (at < text.Length && text[at] is ' ')
            at++;
        return at < text.Length && char.IsDigit(text[at]);
    }

    public static bool IsYear(ReadOnlySpan<char> written)
    {
        bool isYear = false;
        int parts = 0;
        foreach (Range range in written.SplitAny('-', '/', '–'))
        {
            ReadOnlySpan<char> part = written[range];
            if (part.Length > 6 || ++parts > 2)
                return false;
            isYear |= part.Length == 4 && (Digit(part[0]) * 10) + Digit(part[1]) is 19 or 20;
        }

        return isYear;
    }

    private static int Digit(char c) => TextRuns.IsHanDigit(c) ? -99 : (int)char.GetNumericValue(c);

    public static bool IsDecimal(ReadOnlySpan<char> written)
    {
        int at = written.IndexOfAny('.', ',', '٫');
        return at > 0
            && at + 1 < written.Length
            && written[(at + 1)..].IndexOfAny(Joints) < 0
            && written[..at].IndexOfAny("-/·–") < 0
            && (written.Length - at - 1 != 3 || (at == 1 && written[0] == '0'));
    }

    public static bool IsThousands(ReadOnlySpan<char> written)
    {
        bool isFirst = true;
        foreach (Range range in written.Split('.'))
        {
            int length = range.GetOffsetAndLength(written.Length).Length;
            if (isFirst ? length > 3 || length == written.Length : length != 3)
                return false;
            isFirst = false;
        }

        return true;
    }

    /// <summary>Whether a month and a year are, where two and four digits stand around a stroke.</summary>
    public static bool IsMonthOfYear(ReadOnlySpan<char> written) =>
        written is not [_, _, '/', _, _, _, _] || written is ['0', _, _, '1' or '2', ..] or ['1', >= '0' and <= '2', _, '1' or '2', ..];

    /// <summary>Whether capitals number a ruler: a year behind them is a coin's or a reign's.</summary>
    public static bool IsRoman(ReadOnlySpan<char> written) => written.Length is > 0 and <= 5 && written.IndexOfAnyExcept('I', 'V', 'X') < 0;

    /// <summary>Whether two times of a day stand around a hyphen: 05h20-06h10, 04h-05h, 1800-2359.</summary>
    public static bool AreTimes(ReadOnlySpan<char> written)
    {
        int hyphen = written.IndexOfAny('-', '–');
        if (hyphen < 0)
            return false;
        ReadOnlySpan<char> first = written[..hyphen];
        ReadOnlySpan<char> second = written[(hyphen + 1)..];
        return first.Length is >= 2 and <= 5
            && second.Length is >= 2 and <= 5
            && IsHour(first)
            && IsHour(second)
            && IsRound(first)
            && IsRound(second);
    }

    // 0640: four digits are a time where the minutes are of five.
    private static bool IsRound(ReadOnlySpan<char> time) =>
        time.ContainsAny('h', 'H', 'u') || (time.Length == 4 && (time[3] is '0' or '5' || time is [.., '5', '9']));

    private static bool IsHour(ReadOnlySpan<char> time)
    {
        int mark = time.IndexOfAny('h', 'H');
        ReadOnlySpan<char> hour = mark > 0 ? time[..mark] : time[..Math.Min(2, time.Length)];
        ReadOnlySpan<char> minute = mark > 0 ? time[(mark + 1)..] : time[hour.Length..];
        return !hour.ContainsAnyExceptInRange('0', '9')
            && !minute.ContainsAnyExceptInRange('0', '9')
            && hour.Length is 1 or 2
            && minute.Length is 0 or 2
            && CheckDigits.Number(hour) <= 24
            && (minute.Length == 0 || CheckDigits.Number(minute) < 60);
    }

    // Q3, T1
    public static bool IsQuarter(ReadOnlySpan<char> written) => written is ['Q' or 'T' or 'H', >= '1' and <= '4'];

    // 7h15, 22h05
    public static bool IsTime(ReadOnlySpan<char> written) =>
        written is [.., 'h', >= '0' and <= '5', >= '0' and <= '9']
        && (written is [>= '0' and <= '9', _, _, _] || written is [>= '0' and <= '2', >= '0' and <= '9', _, _, _]);

    // 20240314
    public static bool IsCompactDay(ReadOnlySpan<char> written) =>
        written.Length == 8
        && written is ['2', '0', >= '0' and <= '3', _, '0' or '1', _, >= '0' and <= '3', _]
        && CheckDigits.Number(written[4..6]) is >= 1 and <= 12
        && CheckDigits.Number(written[6..]) is >= 1 and <= 31;

    public static bool IsTimes(char c) => c is 'x' or '×' or '*' or 'х' or 'X' or 'Х';

    public static bool EndsInThousand(ReadOnlySpan<char> digits)
    {
        if (digits.Length < 3)
            return false;
        foreach (char c in digits[^3..])
        {
            if (c is not ('0' or '٠' or '۰' or '０' or '〇' or '零'))
                return false;
        }

        return true;
    }

    // 1595a: a small letter behind few digits.
    public static bool IsParagraph(string text, NumberPart part) =>
        part.Letters == 1 && part.Digits == part.LeadingDigits && part.Digits <= LongestParagraph && char.IsLower(text[part.End - 1]);

    public static bool StartsSentence(string text, int start)
    {
        int at = start - 1;
        while (at >= 0 && text[at] is ' ' or '"' or '(')
            at--;
        return at < 0 || text[at] is '.' or '!' or '?' or '\n';
    }
}
