using System;
using System.Globalization;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Calendar months and quarters as running numbers.</summary>
internal static class Months
{
    /// <summary>Running number of a date's month.</summary>
    public static int Of(DateOnly date) => (date.Year * 12) + date.Month - 1;

    /// <summary>First day of a month.</summary>
    public static DateOnly Start(int month) => new(month / 12, (month % 12) + 1, 1);

    /// <summary>Last day of a month.</summary>
    public static DateOnly End(int month) => Start(month + 1).AddDays(-1);

    /// <summary><c>YYYY-MM</c>.</summary>
    public static string Key(int month) => Start(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Running number of the quarter of a month.</summary>
    public static int Quarter(int month) => month / 3;

    /// <summary><c>YYYY-Qn</c>.</summary>
    public static string QuarterKey(int quarter) => string.Create(CultureInfo.InvariantCulture, $"{quarter / 4}-Q{(quarter % 4) + 1}");

    /// <summary>First day of a quarter.</summary>
    public static DateOnly QuarterStart(int quarter) => Start(quarter * 3);

    /// <summary>Last day of a quarter.</summary>
    public static DateOnly QuarterEnd(int quarter) => Start((quarter + 1) * 3).AddDays(-1);

    /// <summary>Month of every day of a frame; a table look-up instead of calendar arithmetic a seizure.</summary>
    public static int[] OfDays(int[] days)
    {
        var months = new int[days.Length];
        int lastDay = int.MinValue,
            lastMonth = 0;
        for (int i = 0; i < days.Length; i++)
        {
            if (days[i] != lastDay)
            {
                lastDay = days[i];
                lastMonth = Of(DateOnly.FromDayNumber(lastDay));
            }

            months[i] = lastMonth;
        }

        return months;
    }
}
