using System;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Weeks from Monday to Sunday as running numbers.</summary>
internal static class Weeks
{
    /// <summary>Running number of the week of a day number. Day 0, 1 January of year 1, was a Monday.</summary>
    public static int OfDay(int day) => day / 7;

    /// <summary>Running number of a date's week.</summary>
    public static int Of(DateOnly date) => date.DayNumber / 7;

    /// <summary>Monday of a week.</summary>
    public static DateOnly Start(int week) => DateOnly.FromDayNumber(week * 7);

    /// <summary>Days of a period, first and last included.</summary>
    public static int DaysOf(Period period) => period.To.DayNumber - period.From.DayNumber + 1;

    /// <summary>Sunday of a week.</summary>
    public static DateOnly End(int week) => DateOnly.FromDayNumber((week * 7) + 6);
}
