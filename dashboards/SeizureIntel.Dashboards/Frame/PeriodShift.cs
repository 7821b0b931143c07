using System;
using System.Globalization;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>The periods before and after one, as long as it is.</summary>
internal static class PeriodShift
{
    /// <summary>The period a number of its own lengths away; whole months move by months, other periods by days.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; not before the first.</param>
    /// <param name="steps">Lengths; below zero for earlier.</param>
    /// <returns>Null where the calendar ends.</returns>
    public static (DateOnly From, DateOnly To)? Of(DateOnly from, DateOnly to, int steps)
    {
        try
        {
            if (from.Day == 1 && to.AddDays(1).Day == 1)
            {
                int months = ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
                DateOnly first = from.AddMonths(months * steps);
                return (first, first.AddMonths(months).AddDays(-1));
            }

            int days = to.DayNumber - from.DayNumber + 1;
            return (from.AddDays(days * steps), to.AddDays(days * steps));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>A first or last day as short as it can be written: a whole year as its number, a whole month as year and month.</summary>
    public static (string From, string To) Written(DateOnly from, DateOnly to)
    {
        bool wholeMonths = from.Day == 1 && to.AddDays(1).Day == 1,
            wholeYears = wholeMonths && from.Month == 1 && to.Month == 12;
        string format =
            wholeYears ? "yyyy"
            : wholeMonths ? "yyyy-MM"
            : "yyyy-MM-dd";
        return (from.ToString(format, CultureInfo.InvariantCulture), to.ToString(format, CultureInfo.InvariantCulture));
    }
}
