using System;
using System.Globalization;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Wording;

/// <summary>Writes periods as bulletins print them.</summary>
public static class PeriodWords
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
}
