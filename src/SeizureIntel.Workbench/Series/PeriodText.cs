using System;
using System.Globalization;

namespace SeizureIntel.Workbench.Series;

/// <summary>Reads a period as analysts write it: 2024-03-11, 2024-W11, 2024-03, 2024-Q1, 2024 or a running number.</summary>
internal static class PeriodText
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];
    private static readonly string[] Months = ["yyyy-MM", "yyyy/MM"];

    /// <summary>The first day of a period and how long it is; a lone date is a day.</summary>
    public static (PeriodStep Step, DateOnly First)? TryDate(string cell)
    {
        if (DateTime.TryParseExact(cell, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day))
            return (PeriodStep.Day, DateOnly.FromDateTime(day));
        if (DateTime.TryParseExact(cell, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime month))
            return (PeriodStep.Month, DateOnly.FromDateTime(month));
        string[] parts = cell.Replace(" ", "-", StringComparison.Ordinal).Split('-', StringSplitOptions.RemoveEmptyEntries);
        if (
            parts.Length == 2
            && Year(parts[0]) is { } year
            && parts[1].Length is 2 or 3
            && int.TryParse(parts[1].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        )
        {
            if (parts[1][0] is 'W' or 'w' && number >= 1 && number <= ISOWeek.GetWeeksInYear(year))
                return (PeriodStep.Week, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)));
            if (parts[1][0] is 'Q' or 'q' && number is >= 1 and <= 4)
                return (PeriodStep.Quarter, new DateOnly(year, (3 * number) - 2, 1));
        }

        return null;
    }

    /// <summary>A year from 1900 to 2200.</summary>
    public static int? Year(string cell) =>
        cell.Length == 4 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1900 and <= 2200
            ? year
            : null;

    /// <summary>How a period is written.</summary>
    public static string Label(PeriodStep step, DateOnly first, int number) =>
        step switch
        {
            PeriodStep.Numbered => number.ToString(CultureInfo.InvariantCulture),
            PeriodStep.Month => first.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            PeriodStep.Quarter => string.Create(CultureInfo.InvariantCulture, $"{first.Year}-Q{(first.Month + 2) / 3}"),
            PeriodStep.Year => first.Year.ToString("0000", CultureInfo.InvariantCulture),
            _ => first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
}
