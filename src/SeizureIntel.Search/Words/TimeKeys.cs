using System;
using System.Globalization;
using SeizureIntel.Queries;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Words;

/// <summary>The keys under which a tabulation's time split counts a day, the same on every engine.</summary>
internal static class TimeKeys
{
    /// <summary>The name of the last dimension of a split tabulation.</summary>
    public static string NameOf(Bucket bucket) =>
        bucket switch
        {
            Bucket.Day => "day",
            Bucket.Week => "week",
            Bucket.Month => "month",
            _ => "year",
        };

    /// <summary>The key of a day: itself, its week's Monday, its month or its year.</summary>
    public static string Of(DateOnly day, Bucket bucket) =>
        bucket switch
        {
            Bucket.Day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Bucket.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Bucket.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ => day.ToString("yyyy", CultureInfo.InvariantCulture),
        };

    /// <summary>Whether a date is stated precisely enough to be put into a bucket.</summary>
    /// <param name="precision">The code of the date's precision.</param>
    /// <param name="bucket">The bucket.</param>
    public static bool IsPreciseEnough(string precision, Bucket bucket) =>
        bucket switch
        {
            Bucket.Day or Bucket.Week => precision == "DAY",
            Bucket.Month => precision is "DAY" or "MONTH",
            _ => !NonValue.Is(precision),
        };
}
