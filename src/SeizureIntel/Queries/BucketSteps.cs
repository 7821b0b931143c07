using System;
using System.Globalization;

namespace SeizureIntel.Queries;

/// <summary>The steps into which a bucket splits time, and the keys under which a tabulation counts them.</summary>
public static class BucketSteps
{
    private const string Iso = "yyyy-MM-dd";
    private const int DaysAWeek = 7;

    /// <summary>First day of the step that a day lies in.</summary>
    public static DateOnly Begin(this Bucket bucket, DateOnly day) =>
        bucket switch
        {
            Bucket.Year => new DateOnly(day.Year, 1, 1),
            Bucket.Month => new DateOnly(day.Year, day.Month, 1),
            Bucket.Week => day.AddDays(-(((int)day.DayOfWeek + DaysAWeek - 1) % DaysAWeek)),
            _ => day,
        };

    /// <summary>First day of the step after the one that begins on a day.</summary>
    public static DateOnly Next(this Bucket bucket, DateOnly first) =>
        bucket switch
        {
            Bucket.Year => first.AddYears(1),
            Bucket.Month => first.AddMonths(1),
            Bucket.Week => first.AddDays(DaysAWeek),
            _ => first.AddDays(1),
        };

    /// <summary>The key of the step that begins on a day.</summary>
    public static string Key(this Bucket bucket, DateOnly first) => first.ToString(Format(bucket), CultureInfo.InvariantCulture);

    /// <summary>First day of the step of a key; null for a key that is no step, such as that of dates less precise.</summary>
    public static DateOnly? FirstDay(this Bucket bucket, string? key) =>
        DateOnly.TryParseExact(key, Format(bucket), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first) ? first : null;

    private static string Format(Bucket bucket) =>
        bucket switch
        {
            Bucket.Year => "yyyy",
            Bucket.Month => "yyyy-MM",
            _ => Iso,
        };
}
