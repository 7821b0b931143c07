using System;
using System.Collections.Generic;
using System.Globalization;
using SeizureIntel.CodeLists;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Dates whose month is a word: <c>Oct 30, 2024</c>, <c>12 de enero de 2020</c>, <c>7-MAR-19</c>, <c>2019 APR</c>.</summary>
internal static class NamedMonths
{
    private const int LongestDate = 48;
    private const int MostNumbers = 2;

    // A year of two digits is told from the day by its place; those from 70 on are of the last century, as spreadsheets take them.
    private const int LastCentury = 70;

    // Thailand counts from the year 543 before the common era and writes two digits of that count beside its own names of months.
    private const int BuddhistEra = 543;

    private static readonly HashSet<string> Joining = new(
        ["de", "del", "of", "the", "г", "года", "do", "da", "den", "le", "al"],
        StringComparer.Ordinal
    );

    /// <summary>The date; null where the text names no month of the list or says more than a date.</summary>
    public static SeizureDate? Read(string text, CodeList months)
    {
        if (text.Length > LongestDate)
            return null;
        int month = 0,
            monthAt = 0;
        var numbers = new List<(string Digits, int At)>();
        bool isFirst = true;
        // Folding takes the vowel away by which the short names of January and March differ in Thai.
        text = text.Replace("มี.ค", "มีนาคม", StringComparison.Ordinal).Replace("ม.ค", "มกราคม", StringComparison.Ordinal);
        IReadOnlyList<string> words = FoldedText.Tokens(WithoutTime(Apart(text)));
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            // "ต.ค." is one name of two words.
            if (i + 1 < words.Count && months.Find(word) is null && months.Find(word + " " + words[i + 1]) is not null)
                word += " " + words[++i];
            if (char.IsAsciiDigit(word[0]) && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                numbers.Add((word, i));
            else if (months.Find(word) is { } named)
                (month, monthAt) = month == 0 ? (int.Parse(named.Value, CultureInfo.InvariantCulture), i) : (-1, i);
            else if (!Joining.Contains(word) && !(isFirst && words.Count >= 4))
                return null;
            isFirst = false;
        }

        if (month < 1 || numbers.Count is 0 or > MostNumbers)
            return null;
        return numbers.Count == 1
            ? OfOne(numbers[0].Digits, month)
            : OfTwo(numbers, month, monthAt, text.AsSpan().ContainsAnyInRange('\u0e01', '\u0e5b'));
    }

    private static SeizureDate? OfOne(string digits, int month) =>
        digits.Length == 4 && Year(digits, isThai: false) is { } year
            ? new SeizureDate(new DateOnly(year, month, 1), DatePrecision.Month)
            : null;

    private static SeizureDate? OfTwo(List<(string Digits, int At)> numbers, int month, int monthAt, bool isThai)
    {
        // The year has four digits; where neither has, it stands last and the month between them.
        int yearAt =
            numbers[1].Digits.Length == 4 ? 1
            : numbers[0].Digits.Length == 4 ? 0
            : numbers[0].At < monthAt && monthAt < numbers[1].At ? 1
            : -1;
        if (yearAt < 0 || numbers[1 - yearAt].Digits.Length > 2 || Year(numbers[yearAt].Digits, isThai) is not { } year)
            return null;
        return DateText.Day(year, month, int.Parse(numbers[1 - yearAt].Digits, CultureInfo.InvariantCulture));
    }

    private static int? Year(string digits, bool isThai)
    {
        int year = int.Parse(digits, CultureInfo.InvariantCulture);
        // 66 is 2566; 23 is the year of everybody else.
        if (digits.Length == 2 && isThai && year >= BuddhistEra % 100)
            return 2500 + year - BuddhistEra;
        if (digits.Length == 2)
            return year < LastCentury ? 2000 + year : 1900 + year;
        if (digits.Length == 4 && year is >= 1900 + BuddhistEra and <= 2100 + BuddhistEra)
            return year - BuddhistEra;
        return digits.Length == 4 && year is >= 1900 and <= 2100 ? year : null;
    }

    // "30Oct2024" is three words.
    private static string Apart(string text)
    {
        var apart = new System.Text.StringBuilder(text.Length + 4);
        for (int i = 0; i < text.Length; i++)
        {
            if (
                i > 0
                && char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(text[i - 1])
                && text[i] is not ('月' or ':')
                && text[i - 1] is not ':'
            )
                apart.Append(' ');
            apart.Append(text[i]);
        }

        return apart.ToString();
    }

    private static string WithoutTime(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return text;
        int start = colon;
        while (start > 0 && !char.IsAsciiDigit(text[start - 1]))
            start--;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        return text[..start];
    }
}
