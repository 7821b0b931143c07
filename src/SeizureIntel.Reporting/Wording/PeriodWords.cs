using System;
using System.Globalization;
using System.Text.RegularExpressions;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Text;

namespace SeizureIntel.Reporting.Wording;

/// <summary>Writes periods as bulletins print them.</summary>
public static partial class PeriodWords
{
    /// <summary>A finding's window, such as <c>Sep 2013</c> or <c>week of 16 Sep 2013</c>.</summary>
    public static string Of(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Bucket switch
        {
            "week" => "week of " + NumberWords.Day(period.From),
            "month" => period.From.ToString("MMM yyyy", CultureInfo.InvariantCulture),
            "quarter" => string.Create(CultureInfo.InvariantCulture, $"Q{(period.From.Month + 2) / 3} {period.From.Year}"),
            "year" => period.From.Year.ToString(CultureInfo.InvariantCulture),
            _ => Span(period.From, period.To),
        };
    }

    /// <summary>A finding's window in a language.</summary>
    public static string Of(Period period, Phrases phrases)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(phrases);
        if (phrases.IsEnglish)
            return Of(period);
        return period.Bucket switch
        {
            "week" => phrases.Fill("date.week", ("day", phrases.Day(period.From))),
            "month" => phrases.Month(period.From),
            "quarter" => phrases.Fill(
                "date.quarter",
                ("quarter", ((period.From.Month + 2) / 3).ToString(CultureInfo.InvariantCulture)),
                ("year", period.From.Year.ToString(CultureInfo.InvariantCulture))
            ),
            "year" => period.From.Year.ToString(CultureInfo.InvariantCulture),
            _ => Span(period.From, period.To, phrases),
        };
    }

    /// <summary>Two days as a span in a language.</summary>
    public static string Span(DateOnly from, DateOnly to, Phrases phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        if (phrases.IsEnglish)
            return Span(from, to);
        if (from == new DateOnly(from.Year, 1, 1) && to == new DateOnly(from.Year, 12, 31))
            return from.Year.ToString(CultureInfo.InvariantCulture);
        if (from.Day == 1 && to == from.AddMonths(1).AddDays(-1))
            return phrases.Month(from);
        return from == to ? phrases.Day(from) : phrases.Fill("date.span", ("from", phrases.Day(from)), ("to", phrases.Day(to)));
    }

    /// <summary>Two days as a span: a whole year, a whole month, or both days.</summary>
    public static string Span(DateOnly from, DateOnly to)
    {
        if (from == new DateOnly(from.Year, 1, 1) && to == new DateOnly(from.Year, 12, 31))
            return from.Year.ToString(CultureInfo.InvariantCulture);
        if (from.Day == 1 && to == from.AddMonths(1).AddDays(-1))
            return from.ToString("MMM yyyy", CultureInfo.InvariantCulture);
        return from == to ? NumberWords.Day(from)
            : from.Year == to.Year ? $"{NumberWords.DayOfYear(from)} – {NumberWords.Day(to)}"
            : $"{NumberWords.Day(from)} – {NumberWords.Day(to)}";
    }

    /// <summary>A text of a study with its days as they are printed: <c>2024-09-02</c> becomes <c>2 Sep 2024</c>.</summary>
    public static string InText(string text) =>
        IsoDay()
            .Replace(text, m =>
                DateOnly.TryParseExact(m.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
                    ? NumberWords.Day(day)
                    : m.Value
            );

    /// <summary>A text of a study in a language, with its days as they are printed.</summary>
    public static string InText(Phrase text, CodeWords words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        return words.Phrases.IsEnglish ? InText(text.Text) : words.Say(text);
    }

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDay();
}
