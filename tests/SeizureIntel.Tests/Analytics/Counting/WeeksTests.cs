using System;
using SeizureIntel.Analytics.Counting;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Counting;

public sealed class WeeksTests
{
    [Theory]
    [InlineData(2024, 12, 29, 2024, 12, 23)] // Sunday
    [InlineData(2024, 12, 30, 2024, 12, 30)] // Monday
    [InlineData(2025, 1, 1, 2024, 12, 30)]
    public void A_week_runs_from_Monday_to_Sunday(int year, int month, int day, int startYear, int startMonth, int startDay)
    {
        int week = Weeks.Of(new DateOnly(year, month, day));

        Assert.Equal(new DateOnly(startYear, startMonth, startDay), Weeks.Start(week));
        Assert.Equal(DayOfWeek.Sunday, Weeks.End(week).DayOfWeek);
    }
}
