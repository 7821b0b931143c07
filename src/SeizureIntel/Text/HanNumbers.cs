using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace SeizureIntel.Text;

/// <summary>Chinese numerals as digits: <c>一百二十萬</c> is 1200000, <c>一點二</c> is 1.2, <c>二〇一三</c> is 2013,
/// <c>3.5万</c> is 35000.</summary>
public static class HanNumbers
{
    private const string Digits = "零一二三四五六七八九";
    private const decimal Myriad = 10_000;

    // What is above it counts nothing, and would soon be above what a decimal holds.
    private const decimal Most = 1e15m;

    // Both scripts, and the forms for documents that cannot be altered.
    private static readonly SearchValues<char> Signs = SearchValues.Create(
        "〇零一二两兩三四五六七八九十百千万萬亿億点點廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟"
    );

    /// <summary>The text with each run of Chinese numerals written in digits; the text itself where there is none.</summary>
    /// <param name="text">Digits of other scripts are 0 to 9 already.</param>
    public static string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny(Signs) < 0)
            return text;
        var plain = new StringBuilder(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            int from = at;
            // 3.5万: the digits before the numerals belong to them.
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' && at > from)))
                at++;
            int han = at;
            while (at < text.Length && Signs.Contains(text[at]))
                at++;
            if (at == from)
                plain.Append(text[at++]);
            else if (at > han && Value(text.AsSpan(from, han - from), text.AsSpan(han, at - han)) is { } value)
                plain.Append(value.ToString(CultureInfo.InvariantCulture));
            else
                plain.Append(text, from, at - from);
        }

        return plain.ToString();
    }

    /// <summary>The number that numerals without digits say; null where they say none, or one above 10^15.</summary>
    public static decimal? Value(ReadOnlySpan<char> numerals)
    {
        decimal total = 0,
            section = 0,
            digit = 0,
            place = 0;
        bool isStated = false;
        foreach (char sign in numerals)
        {
            if (sign is '点' or '點')
            {
                if (place != 0)
                    return null;
                place = 0.1m;
            }
            else if (Digit(sign) is { } value)
            {
                digit = place == 0 ? (digit * 10) + value : digit + (value * place);
                place /= 10;
                isStated = true;
            }
            else if (sign is '廿' or '卅')
            {
                (section, digit, isStated) = (section + (sign == '廿' ? 20 : 30), 0, true);
            }
            else if (Power(sign) is { } power)
            {
                // 十 alone is ten; 萬 alone is no number. 一億二千萬: what was counted in 億 is not counted again in 萬.
                if (power < Myriad)
                    (section, digit) = (section + ((digit == 0 ? 1 : digit) * power), 0);
                else if (total + section + digit == 0)
                    return null;
                else if (power == Myriad)
                    (total, section, digit) = (total + ((section + digit) * Myriad), 0, 0);
                else
                    (total, section, digit) = ((total + section + digit) * power, 0, 0);
                (place, isStated) = (0, true);
            }
            else
            {
                return null;
            }

            if (total + section + digit > Most)
                return null;
        }

        return isStated ? Plain(total + section + digit) : null;
    }

    /// <summary>What a sign multiplies by, as 萬 by 10,000; null for other signs.</summary>
    public static decimal? Power(char sign) =>
        sign switch
        {
            '十' or '拾' => 10,
            '百' or '佰' => 100,
            '千' or '仟' => 1000,
            '万' or '萬' => Myriad,
            '亿' or '億' => 100_000_000,
            _ => null,
        };

    private static decimal? Value(ReadOnlySpan<char> digits, ReadOnlySpan<char> numerals)
    {
        if (digits.IsEmpty)
            return Value(numerals);
        decimal factor = 1;
        foreach (char c in numerals)
        {
            if (factor > Most || Power(c) is not { } power)
                return null;
            factor *= power;
        }

        string plain = digits.ToString().Replace(",", "", StringComparison.Ordinal);
        return
            decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            && value <= Most
            && factor <= Most / Math.Max(value, 1)
            ? Plain(value * factor)
            : null;
    }

    // Without the zeros that calculating with decimals leaves behind.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static int? Digit(char sign) =>
        sign switch
        {
            '〇' => 0,
            '两' or '兩' or '贰' or '貳' => 2,
            '壹' => 1,
            '叁' or '參' => 3,
            '肆' => 4,
            '伍' => 5,
            '陆' or '陸' => 6,
            '柒' => 7,
            '捌' => 8,
            '玖' => 9,
            _ => Digits.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var value ? value : null,
        };
}
