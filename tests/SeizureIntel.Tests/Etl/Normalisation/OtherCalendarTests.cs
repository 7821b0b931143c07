using System;
using System.Globalization;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Etl.Normalisation;

public sealed class OtherCalendarTests
{
    // 1 Muharram 1445 was 19 July 2023 by the Umm al-Qura calendar, Nowruz of 1403 was 20 March 2024, 2566 of the Buddhist era was 2023.
    [Theory]
    [InlineData("19/10/2566", "2023-10-19")]
    [InlineData("19 ตุลาคม 2566", "2023-10-19")]
    [InlineData("5 ต.ค. 66", "2023-10-05")]
    [InlineData("7 ม.ค. 67", "2024-01-07")]
    [InlineData("5 ต.ค. 23", "2023-10-05")]
    [InlineData("7 มี.ค. 67", "2024-03-07")]
    [InlineData("1445/01/01 هـ", "2023-07-19")]
    [InlineData("5 محرم 1445هـ", "2023-07-23")]
    [InlineData("١٤٤٥/٠١/٠٥", "2023-07-23")]
    [InlineData("1403/01/01", "2024-03-20")]
    [InlineData("۱ فروردین ۱۴۰۳", "2024-03-20")]
    [InlineData("2024.01.06.", "2024-01-06")]
    [InlineData("113/01/11", "2024-01-11")]
    [InlineData("26.03.2024г.", "2024-03-26")]
    [InlineData("ngày 2 tháng 1 năm 2023", "2023-01-02")]
    public void A_day_of_another_calendar_is_that_of_the_common_era(string text, string expected)
    {
        SeizureDate? date = DateText.Read(text, [], DateOrder.Undecided, Shipped.Lists["months"], out _);
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd", CultureInfo.InvariantCulture), date?.Start);
        Assert.Equal(DatePrecision.Day, date?.Precision);
    }

    [Theory]
    [InlineData("19/10/2566", "dd/MM/yyyy", "2023-10-19")]
    [InlineData("1403/01/01", "yyyy/MM/dd", "2024-03-20")]
    public void A_format_of_the_common_era_leaves_other_years_to_their_calendar(string text, string format, string expected) =>
        Assert.Equal(
            DateOnly.ParseExact(expected, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateText.Read(text, [format], DateOrder.Undecided, Shipped.Lists["months"], out _)?.Start
        );

    [Theory]
    [InlineData("31/13/2566")]
    [InlineData("1445/13/01")]
    [InlineData("1350/01/01")]
    public void What_is_no_day_there_is_none(string text) =>
        Assert.Null(DateText.Read(text, [], DateOrder.Undecided, Shipped.Lists["months"], out _));

    // 45292 is 1 January 2024 in every spreadsheet.
    [Theory]
    [InlineData("45292", "2024-01-01")]
    [InlineData("45299", "2024-01-08")]
    public void The_number_of_a_day_in_a_spreadsheet_is_that_day(string text, string expected) =>
        Assert.Equal(DateOnly.ParseExact(expected, "yyyy-MM-dd", CultureInfo.InvariantCulture), Dates.Serial(text));

    [Theory]
    [InlineData("12345")]
    [InlineData("99999")]
    [InlineData("452920")]
    public void Other_numbers_are_no_days(string text) => Assert.Null(Dates.Serial(text));
}
