using System;
using SeizureIntel.Queries;
using Xunit;

namespace SeizureIntel.Tests.Queries;

public sealed class BucketStepsTests
{
    // 29 February 2024 is a Thursday.
    [Theory]
    [InlineData(Bucket.Day, "2024-02-29", "2024-02-29", "2024-03-01")]
    [InlineData(Bucket.Week, "2024-02-29", "2024-02-26", "2024-03-04")]
    [InlineData(Bucket.Week, "2024-03-03", "2024-02-26", "2024-03-04")]
    [InlineData(Bucket.Month, "2024-02-29", "2024-02", "2024-03-01")]
    [InlineData(Bucket.Year, "2024-02-29", "2024", "2025-01-01")]
    public void A_day_lies_in_one_step_and_the_next_begins_behind_it(Bucket bucket, string day, string key, string next)
    {
        DateOnly first = bucket.Begin(DateOnly.Parse(day, null));
        Assert.Equal(key, bucket.Key(first));
        Assert.Equal(first, bucket.FirstDay(key));
        Assert.Equal(DateOnly.Parse(next, null), bucket.Next(first));
    }

    [Theory]
    [InlineData(Bucket.Month, "NOT_STATED")]
    [InlineData(Bucket.Day, "2024-02")]
    [InlineData(Bucket.Year, null)]
    public void A_key_that_is_no_step_has_no_first_day(Bucket bucket, string? key) => Assert.Null(bucket.FirstDay(key));
}
