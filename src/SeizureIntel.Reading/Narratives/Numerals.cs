using System;
using System.Globalization;
using System.Text;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Reading.Words;
using SeizureIntel.Text;

namespace SeizureIntel.Reading.Narratives;

/// <summary>Reads numbers as accounts write them: digits with any grouping, words, Chinese numerals.</summary>
internal static class Numerals
{
    /// <summary>The code of the words for a half.</summary>
    public const string Half = "0.5";

    private const string One = "一";
    private const decimal Thousand = 1000;

    // No account tells more of anything; what says so is no number.
    private const decimal Most = 1e15m;
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
                    && !(to > at && IsKilogram(account, sentence, to))
                )
                    characters.Append(account.Words[to++].Text);
                return HanNumbers.Value(characters.ToString()) is > 0 and { } amount ? (amount, to, characters.ToString() == One) : null;
            case TokenKind.Word when sentence.At(Cue.Number, at) is { } word:
                return InWords(account, sentence, word);
            // "Cent vingt", "mil cuatrocientos": a hundred and a thousand without a number before them; "thousands of" is none.
            case TokenKind.Word when token.Text is "cent" or "mille" or "mil" or "tysiac" && sentence.At(Cue.Times, at) is { } whole:
                return InWords(account, sentence, whole);
            default:
                return null;
        }
    }

    // Words that follow each other make one number where each is less than the step of the one before: twenty + three, three hundred + five.
    private static (decimal Value, int To, bool IsArticle)? InWords(Account account, Sentence sentence, TermMatch first)
    {
        decimal sum = 0,
            group = Value(first),
            step = Step(group),
            times = 1;
        if (group == Thousand)
            (sum, group) = (Thousand, 0);
        bool isArticle = account.Words[first.From].Text is "a" or "an" or "un" or "una" or "um" or "uma" or "une";
        int at = first.To;
        while (at < sentence.To)
        {
            int next = sentence.At(Cue.And, at) is { } and ? and.To : at;
            if (sentence.At(Cue.Times, at) is { } factor)
            {
                times = Value(factor);
                if (times < Thousand)
                    (group, step) = (Math.Max(group, 1) * times, times);
                else
                    (sum, group, step) = (sum + Math.Max(group, 1) * times, 0, times);
                (at, isArticle) = (factor.To, false);
            }
            else if (sentence.At(Cue.Number, at) is { Code: Half } half)
            {
                (group, at, isArticle) = (group + 0.5m * (group == 0 ? times : 1), half.To, false);
                step = 0;
            }
            else if (next < sentence.To && sentence.At(Cue.Number, next) is { } word && Value(word) is > 0 and var value && value < step)
            {
                (group, step, at, isArticle) = (group + value, Step(value), word.To, false);
            }
            else if (sentence.At(Cue.Point, at) is { } point && Decimals(account, sentence, point.To) is { } decimals)
            {
                (group, at, isArticle) = (group + decimals.Value, decimals.To, false);
                step = 0;
            }
            else
            {
                break;
            }

            if (sum + group > Most)
                return null;
        }

        return (sum + group, at, isArticle);
    }

    // "Point three five".
    private static (decimal Value, int To)? Decimals(Account account, Sentence sentence, int at)
    {
        decimal value = 0,
            place = 1;
        while (at < sentence.To && sentence.At(Cue.Number, at) is { } digit && Value(digit) is >= 0 and < 100 and var number)
        {
            place /= number < 10 ? 10 : 100;
            value += number * place;
            at = digit.To;
        }

        return value > 0 ? (value, at) : null;
    }

    private static decimal Value(TermMatch cue) => decimal.Parse(cue.Code, CultureInfo.InvariantCulture);

    // Behind twenty stand one to nine, behind sixty and eighty in French up to nineteen, behind a hundred less than that.
    private static decimal Step(decimal value) =>
        value switch
        {
            < 20 => 0,
            60 or 80 => 20,
            < 100 => 10,
            < Thousand => 100,
            _ => Thousand,
        };

    // One mark with three digits behind it groups, unless the language parts decimals with it; two different marks: the last parts off decimals.
    private static decimal? Digits(string text, string? language)
    {
        string plain = text.Replace("'", "", StringComparison.Ordinal)
            .Replace("’", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("\u00A0", "", StringComparison.Ordinal)
            .Replace("\u202F", "", StringComparison.Ordinal)
            .Replace("\u3000", "", StringComparison.Ordinal);
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

    // A thousand before the gram is no thousand: 千克 is the kilogram.
    private static bool IsKilogram(Account account, Sentence sentence, int at) =>
        account.Words[at].Text == "千" && at + 1 < sentence.To && account.Words[at + 1].Text == "克";

    private static (decimal Value, int To, bool IsArticle)? Multiplied(
        Account account,
        Sentence sentence,
        decimal value,
        int at,
        bool isArticle
    )
    {
        while (value <= Most && at < sentence.To)
        {
            Token token = account.Words[at];
            if (IsKilogram(account, sentence, at))
                break;
            if (token.Kind == TokenKind.Han && token.Text[0] is '万' or '亿' or '千' or '百')
                value *= HanNumbers.Power(token.Text[0])!.Value;
            else if (sentence.At(Cue.Times, at) is { } times)
                value *= decimal.Parse(times.Code, CultureInfo.InvariantCulture);
            else
                break;
            (at, isArticle) = (at + 1, false);
        }

        return value <= Most ? (value, at, isArticle) : null;
    }
}
