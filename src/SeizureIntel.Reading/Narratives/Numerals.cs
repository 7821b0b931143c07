using System;
using System.Globalization;
using System.Text;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Narratives;

/// <summary>Reads numbers as accounts write them: digits with any grouping, words, Chinese numerals.</summary>
internal static class Numerals
{
    private const string HanDigits = "〇一二三四五六七八九";
    private const string HanAll = "〇零一二两三四五六七八九十百千万亿点半";

    /// <summary>The number that begins at a token; null where none does.</summary>
    /// <param name="account">The text.</param>
    /// <param name="sentence">The sentence of the token.</param>
    /// <param name="at">The token.</param>
    /// <returns>The amount, the token behind the number, and whether it is no more than an article ("a kilo").</returns>
    public static (decimal Value, int To, bool IsArticle)? Read(Account account, Sentence sentence, int at)
    {
        Token token = account.Words[at];
        switch (token.Kind)
        {
            case TokenKind.Number when Digits(token.Text, account.Language) is { } value:
                return Multiplied(account, sentence, value, at + 1, false);
            case TokenKind.Han when HanAll.Contains(token.Text[0], StringComparison.Ordinal):
                int to = at;
                var characters = new StringBuilder();
                while (
                    to < sentence.To
                    && account.Words[to].Kind == TokenKind.Han
                    && HanAll.Contains(account.Words[to].Text[0], StringComparison.Ordinal)
                )
                    characters.Append(account.Words[to++].Text);
                return Han(characters.ToString()) is { } amount ? (amount, to, false) : null;
            case TokenKind.Word when sentence.At(Cue.Number, at) is { } word:
                decimal number = decimal.Parse(word.Code, CultureInfo.InvariantCulture);
                return Multiplied(account, sentence, number, word.To, token.Text is "a" or "an" or "un" or "una" or "um" or "uma" or "une");
            default:
                return null;
        }
    }

    // One mark with three digits behind it groups, unless the language parts decimals with it; two different marks: the last parts off decimals.
    private static decimal? Digits(string text, string? language)
    {
        string plain = text.Replace("'", "", StringComparison.Ordinal)
            .Replace("’", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("\u00A0", "", StringComparison.Ordinal)
            .Replace("\u202F", "", StringComparison.Ordinal);
        int point = plain.LastIndexOf('.'),
            comma = plain.LastIndexOf(',');
        char? mark = null;
        if (point >= 0 && comma >= 0)
        {
            mark = point > comma ? '.' : ',';
        }
        else if (point >= 0 || comma >= 0)
        {
            int last = Math.Max(point, comma);
            bool isSingle = plain.IndexOf(plain[last], StringComparison.Ordinal) == last;
            bool isGroup = plain.Length - last == 4 && (plain[last] == ',') == (language is null or "en" or "zh");
            mark = isSingle && !isGroup ? plain[last] : null;
        }

        var digits = new StringBuilder(plain.Length);
        foreach (char c in plain)
        {
            if (char.IsAsciiDigit(c))
                digits.Append(c);
            else if (c == mark)
                digits.Append('.');
            else if (c is not ('.' or ','))
                return null;
        }

        return decimal.TryParse(digits.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : null;
    }

    private static (decimal Value, int To, bool IsArticle) Multiplied(
        Account account,
        Sentence sentence,
        decimal value,
        int at,
        bool isArticle
    )
    {
        while (at < sentence.To)
        {
            Token token = account.Words[at];
            if (token.Kind == TokenKind.Han && token.Text[0] is '万' or '亿' or '千' or '百')
                value *= Power(token.Text[0]);
            else if (sentence.At(Cue.Times, at) is { } times)
                value *= decimal.Parse(times.Code, CultureInfo.InvariantCulture);
            else
                break;
            (at, isArticle) = (at + 1, false);
        }

        return (value, at, isArticle);
    }

    private static decimal? Han(string text)
    {
        int point = text.IndexOf('点', StringComparison.Ordinal);
        string whole = point < 0 ? text : text[..point];
        decimal total = 0,
            myriads = 0,
            section = 0,
            digit = 0;
        bool any = false;
        foreach (char c in whole)
        {
            int value = HanDigit(c);
            if (value >= 0)
                (digit, any) = ((digit * 10) + value, true);
            else if (c == '万')
                (myriads, section, digit, any) = ((myriads + section + digit) * Power(c), 0, 0, true);
            // 一亿二千万: what 亿 has counted is not counted again by the 万 behind it.
            else if (c == '亿')
                (total, myriads, section, digit, any) = ((total + myriads + section + digit) * Power(c), 0, 0, 0, true);
            else if (c is '十' or '百' or '千')
                (section, digit, any) = (section + ((digit == 0 ? 1 : digit) * Power(c)), 0, true);
            else
                return null;
        }

        decimal number = total + myriads + section + digit;
        if (point >= 0)
        {
            decimal place = 0.1m;
            for (int i = point + 1; i < text.Length; i++, place /= 10)
            {
                int value = HanDigit(text[i]);
                if (value < 0)
                    return text[i..].Trim('万', '亿').Length == 0 ? number * Power(text[i]) : null;
                (number, any) = (number + (value * place), true);
            }
        }

        return any && number > 0 ? number : null;
    }

    private static int HanDigit(char c) =>
        c switch
        {
            '零' => 0,
            '两' => 2,
            _ => HanDigits.IndexOf(c, StringComparison.Ordinal),
        };

    private static decimal Power(char c) =>
        c switch
        {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            _ => 100_000_000,
        };
}
