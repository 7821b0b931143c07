using System;
using SeizureIntel.Dashboards.Frame;
using Xunit;

namespace SeizureIntel.Tests.Dashboards.Frame;

public sealed class PeriodShiftTests
{
    [Theory]
    [InlineData("2024-01-01", "2024-12-31", -1, "2023-01-01", "2023-12-31")]
    // A leap February and a short one: whole months move by months.
    [InlineData("2024-02-01", "2024-02-29", 12, "2025-02-01", "2025-02-28")]
    [InlineData("2024-07-01", "2024-09-30", 1, "2024-10-01", "2024-12-31")]
    // Ten days move by ten days.
    [InlineData("2024-03-05", "2024-03-14", -1, "2024-02-24", "2024-03-04")]
    public void A_period_moves_by_its_own_length(string from, string to, int steps, string first, string last) =>
        Assert.Equal((Day(first), Day(last)), PeriodShift.Of(Day(from), Day(to), steps));

    [Fact]
    public void Before_the_first_year_there_is_no_period() => Assert.Null(PeriodShift.Of(new(1, 1, 1), new(1, 12, 31), -1));

    [Theory]
    [InlineData("2023-01-01", "2024-12-31", "2023", "2024")]
    [InlineData("2024-07-01", "2024-09-30", "2024-07", "2024-09")]
    [InlineData("2024-07-01", "2024-09-29", "2024-07-01", "2024-09-29")]
    public void A_period_is_written_as_short_as_it_can_be(string from, string to, string first, string last) =>
        Assert.Equal((first, last), PeriodShift.Written(Day(from), Day(to)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
