using System;
using System.Globalization;
using SeizureIntel.Watches;
using Xunit;

namespace SeizureIntel.Tests.Watches;

public sealed class WatchTests
{
    // 14 March 2024 is a Thursday.
    [Theory]
    [InlineData(Digest.AtOnce, 0, null, "2024-03-14T05:59", "2024-03-14T05:59")]
    [InlineData(Digest.AtOnce, 6, "2024-03-14T04:00", "2024-03-14T05:59", "2024-03-14T10:00")]
    [InlineData(Digest.AtOnce, 6, "2024-03-13T04:00", "2024-03-14T05:59", "2024-03-14T05:59")]
    [InlineData(Digest.Daily, 0, null, "2024-03-14T05:59", "2024-03-14T06:00")]
    [InlineData(Digest.Daily, 0, null, "2024-03-14T06:00", "2024-03-15T06:00")]
    [InlineData(Digest.Daily, 72, "2024-03-14T06:00", "2024-03-14T07:00", "2024-03-17T06:00")]
    [InlineData(Digest.Weekly, 0, null, "2024-03-14T07:00", "2024-03-18T06:00")]
    [InlineData(Digest.Weekly, 0, null, "2024-03-18T05:00", "2024-03-18T06:00")]
    [InlineData(Digest.Weekly, 0, null, "2024-03-18T06:00", "2024-03-25T06:00")]
    public void What_arrives_is_told_at_the_next_occasion(Digest digest, int cooldown, string? last, string arrival, string told) =>
        Assert.Equal(At(told), new Watch(0, cooldown, digest, null, last is null ? null : At(last)).NextFor(At(arrival)));

    [Fact]
    public void It_is_muted_until_a_moment_and_no_longer()
    {
        var watch = new Watch(0, 0, Digest.AtOnce, At("2024-03-14T06:00"), null);
        Assert.True(watch.IsMutedAt(At("2024-03-14T05:59")));
        Assert.False(watch.IsMutedAt(At("2024-03-14T06:00")));
    }

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
