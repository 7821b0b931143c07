using System;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Etl.Normalisation;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2018-01-03", 2018, 1, 3)]
    [InlineData("2018-01-03T00:00:00.000", 2018, 1, 3)]
    [InlineData("2018-1-3", 2018, 1, 3)]
    [InlineData("2018/01/03", 2018, 1, 3)]
    [InlineData("20180103", 2018, 1, 3)]
    [InlineData("2016年4月27日", 2016, 4, 27)]
    [InlineData("27/04/2016", 2016, 4, 27)]
    [InlineData("27.04.2016", 2016, 4, 27)]
    [InlineData("7.4.2016", 2016, 4, 7)]
    [InlineData("04/27/2016", 2016, 4, 27)]
    [InlineData("٢٠١٦-٠٤-٢٧", 2016, 4, 27)]
    [InlineData("２０１６-０４-２７", 2016, 4, 27)]
    [InlineData("29/02/2016", 2016, 2, 29)]
    [InlineData("二〇一三年一月三十日", 2013, 1, 30)]
    [InlineData("二零一三年十二月二十一日", 2013, 12, 21)]
    [InlineData("２０１３年１月３０日", 2013, 1, 30)]
    [InlineData("民國113年1月5日", 2024, 1, 5)]
    [InlineData("中華民國一百零二年十月十日", 2013, 10, 10)]
    // The eras of Japan; 元 is the first year of one.
    [InlineData("令和5年1月9日", 2023, 1, 9)]
    [InlineData("令和元年5月1日", 2019, 5, 1)]
    [InlineData("R5.1.9", 2023, 1, 9)]
    [InlineData("平成31年4月30日", 2019, 4, 30)]
    [InlineData("H30/12/01", 2018, 12, 1)]
    // One column with two clocks, and the ways of writing the time behind a date.
    [InlineData("27/04/2016 13:30", 2016, 4, 27)]
    [InlineData("27/04/2016 01:30 PM", 2016, 4, 27)]
    [InlineData("27/04/2016, 1:30:05 p.m.", 2016, 4, 27)]
    [InlineData("27.04.2016 13h30", 2016, 4, 27)]
    [InlineData("27.04.2016 14.30 Uhr", 2016, 4, 27)]
    [InlineData("2016-04-27, 13:30", 2016, 4, 27)]
    [InlineData("2016年4月27日 13时30分", 2016, 4, 27)]
    [InlineData("20160427T133000Z", 2016, 4, 27)]
    public void A_day_is_read(string text, int year, int month, int day) =>
        Assert.Equal(
            new SeizureDate(new DateOnly(year, month, day), DatePrecision.Day),
            DateText.Read(text, [], DateOrder.Undecided, null, out _)
        );

    [Theory]
    [InlineData("2016-04", 4, DatePrecision.Month)]
    [InlineData("04/2016", 4, DatePrecision.Month)]
    [InlineData("2016年4月", 4, DatePrecision.Month)]
    [InlineData("2016-Q3", 7, DatePrecision.Quarter)]
    [InlineData("Q4 2016", 10, DatePrecision.Quarter)]
    [InlineData("2016", 1, DatePrecision.Year)]
    public void A_month_quarter_or_year_stays_one(string text, int firstMonth, DatePrecision precision) =>
        Assert.Equal(
            new SeizureDate(new DateOnly(2016, firstMonth, 1), precision),
            DateText.Read(text, [], DateOrder.Undecided, null, out _)
        );

    [Theory]
    [InlineData("2011-2014")]
    [InlineData("12/03/18")]
    [InlineData("31/02/2016")]
    [InlineData("2016-13-01")]
    [InlineData("0219-01-01")]
    [InlineData("1 or 2 May 2016")]
    [InlineData("2015-05/08/10-04")]
    public void What_is_no_single_date_is_none(string text) => Assert.Null(DateText.Read(text, [], DateOrder.Undecided, null, out _));

    [Fact]
    public void A_date_that_could_be_swapped_follows_its_column()
    {
        Assert.Equal(new DateOnly(2016, 4, 3), DateText.Read("03/04/2016", [], DateOrder.DayFirst, null, out bool first)?.Start);
        Assert.Equal(new DateOnly(2016, 3, 4), DateText.Read("03/04/2016", [], DateOrder.MonthFirst, null, out bool second)?.Start);
        Assert.False(first || second);
    }

    [Fact]
    public void A_date_that_could_be_swapped_is_day_first_with_a_doubt_where_the_column_is_silent()
    {
        Assert.Equal(new DateOnly(2016, 4, 3), DateText.Read("03/04/2016", [], DateOrder.Undecided, null, out bool isAmbiguous)?.Start);
        Assert.True(isAmbiguous);
    }

    [Fact]
    public void The_same_day_and_month_number_is_not_ambiguous()
    {
        Assert.Equal(new DateOnly(2016, 4, 4), DateText.Read("04/04/2016", [], DateOrder.Undecided, null, out bool isAmbiguous)?.Start);
        Assert.False(isAmbiguous);
    }

    // 3 January 2018 was a Wednesday, as the Colombian file says beside it.
    [Fact]
    public void A_stated_format_comes_first() =>
        Assert.Equal(
            new DateOnly(2018, 1, 3),
            DateText.Read("01/03/2018 12:00:00 AM", ["MM/dd/yyyy hh:mm:ss tt"], DateOrder.Undecided, null, out _)?.Start
        );
}
