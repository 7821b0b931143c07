using System;
using System.Globalization;
using System.Text.RegularExpressions;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Reads numbers with decimal point or comma, blanks, apostrophes, points or commas between thousands, and exponents; digits of every script and
/// Chinese numerals.</summary>
internal static partial class NumberText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The number a text states; null where it is none.</summary>
    /// <param name="text">A cell.</param>
    /// <param name="mark">What the source or the column tells.</param>
    /// <param name="rest">Words after the number, such as a unit in the same cell; empty for none.</param>
    public static decimal? Read(string text, DecimalMark mark, out string rest)
    {
        rest = "";
        // Most numbers of most files are plain digits with a point.
        if (mark != DecimalMark.Comma && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal plain))
            return plain;
        Match number = Number().Match(WithAsciiMarks(HanNumbers.In(AsciiDigits.In(text))).Trim());
        if (!number.Success)
            return null;
        string digits = Plain(number.Groups["n"].Value, mark) + number.Groups["e"].Value;
        if (!decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out decimal value))
            return null;
        rest = number.Groups["rest"].Value.Trim();
        return value;
    }

    /// <summary>What a number tells of its column; undecided where it tells nothing.</summary>
    public static DecimalMark Evidence(string text)
    {
        // Most numbers of most files need no other rule.
        int sign = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (sign < 0)
            return DecimalMark.Undecided;
        if (text[sign] == '.' && text.Length > 1 && !text.AsSpan(sign + 1).ContainsAnyExceptInRange('0', '9'))
            return IsDecimal(text, sign) ? DecimalMark.Point : DecimalMark.Undecided;
        Match number = Number().Match(HanNumbers.In(AsciiDigits.In(text)).Trim());
        if (!number.Success)
            return DecimalMark.Undecided;
        string digits = number.Groups["n"].Value;
        int comma = digits.LastIndexOf(','),
            point = digits.LastIndexOf('.');
        if (comma >= 0 && point >= 0)
            return comma > point ? DecimalMark.Comma : DecimalMark.Point;
        if (comma < 0 && point < 0)
            return DecimalMark.Undecided;
        char mark = comma >= 0 ? ',' : '.';
        int at = Math.Max(comma, point);
        bool isDecimal = digits.IndexOf(mark, StringComparison.Ordinal) == at && IsDecimal(digits, at);
        bool isThousands = digits.IndexOf(mark, StringComparison.Ordinal) != at;
        if (!isDecimal && !isThousands)
            return DecimalMark.Undecided;
        return isDecimal == (mark == ',') ? DecimalMark.Comma : DecimalMark.Point;
    }

    // The marks that Arabic and Persian write between thousands and before decimals.
    private static string WithAsciiMarks(string text) => text.Replace("٬", "", StringComparison.Ordinal).Replace('٫', '.');

    // Three digits behind the only mark may be thousands.
    private static bool IsDecimal(string digits, int mark) => digits.Length - mark - 1 != 3 || mark > 3 || digits[0] == '0';

    private static string Plain(string number, DecimalMark mark)
    {
        DecimalMark known = Evidence(number) is var own && own != DecimalMark.Undecided ? own : mark;
        string closed = Blanks().Replace(number, "");
        return known == DecimalMark.Comma
            ? closed.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : closed.Replace(",", "", StringComparison.Ordinal);
    }

    // Thousands come in threes (or, in South Asia, in twos before the last three); anything else is no number. Money without its hundredths is closed as
    // 12,000/- there, 5,000/= in East Africa, 500,- in the North and 1'250.- in the Alps.
    [GeneratedRegex(
        @"^(?<n>[+-]?(?:\d{1,3}(?:[ \u2009\u202f'’]\d{3})+(?:[.,]\d+)?"
            + @"|\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d*[.,]?\d+|\d+[.,]?))"
            + @"(?<e>[eE][+-]?\d{1,2})?(?:/[-=]|[.,][-–—]|(?<=[.,])[-–—])?(?<rest>\s*[\p{L}%][^\d]*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"[ \u2009\u202f'’]")]
    private static partial Regex Blanks();
}
