using System.Globalization;
using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Reads a month of a fiscal year: <c>FY2021 OCT</c>, <c>2021-22 April</c>.</summary>
internal static partial class FiscalDate
{
    /// <summary>The month; null where the text is no fiscal year with a month.</summary>
    /// <param name="text">A cell, or fiscal year and month joined.</param>
    /// <param name="start">The month in which the fiscal year begins, 1 to 12.</param>
    /// <param name="months">The names of the months.</param>
    /// <remarks>A year written as one number is the one in which the fiscal year ends.</remarks>
    public static SeizureDate? Read(string text, int start, CodeList? months)
    {
        Match found = Written().Match(HanNumbers.In(AsciiDigits.In(text)));
        if (!found.Success)
            return null;
        int year = Year(found.Groups["a"].Value);
        if (found.Groups["b"] is { Success: true } second)
        {
            if (Year(second.Value) % 100 != (year + 1) % 100)
                return null;
            year++;
        }

        string word = found.Groups["month"].Value;
        string? code = int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? word : months?.Find(word)?.Value;
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int month) || month is < 1 or > 12)
            return null;
        // 2009-10 is a fiscal year as well as a month of one.
        if (!found.Groups["b"].Success && char.IsAsciiDigit(word[0]) && month == (year + 1) % 100)
            return null;
        bool isBeforeNewYear = start > 1 && month >= start;
        return new SeizureDate(new(isBeforeNewYear ? year - 1 : year, month, 1), DatePrecision.Month);
    }

    /// <summary>The month in which a fiscal year begins that a text states, as in <c>FY2024 (Oct-Sep)</c>; null where it states none.</summary>
    public static int? StartIn(string text, CodeList? months) =>
        Span().Match(text) is { Success: true } span
        && months?.Find(span.Groups["from"].Value) is { } from
        && months.Find(span.Groups["to"].Value) is not null
            ? int.Parse(from.Value, CultureInfo.InvariantCulture)
            : null;

    private static int Year(string digits) =>
        int.Parse(digits, CultureInfo.InvariantCulture) is var year && digits.Length == 2 ? 2000 + year : year;

    [GeneratedRegex(
        @"^(?:FY|fiscal year)?\s*'?(?<a>(?:19|20)\d{2}|\d{2})(?:\s*[-/–]\s*(?<b>(?:19|20)\d{2}|\d{2}))?"
            + @"\s*(?:\([^()]*\))?\s*[-, ]\s*(?<month>\p{L}+\.?|\d{1,2})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Written();

    [GeneratedRegex(@"\((?<from>\p{L}{3,9})\.?\s*[-–]\s*(?<to>\p{L}{3,9})\.?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
