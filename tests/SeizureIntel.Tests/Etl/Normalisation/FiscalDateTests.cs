using System;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Etl.Normalisation;

public sealed class FiscalDateTests
{
    // United States: the fiscal year 2021 runs from October 2020 to September 2021 (31 U.S.C. 1102). India: 2021-22 from April 2021 to March 2022.
    [Theory]
    [InlineData("FY2021-OCT", 10, 2020, 10)]
    [InlineData("FY2021 SEP", 10, 2021, 9)]
    [InlineData("2021-12", 10, 2020, 12)]
    [InlineData("2021-1", 10, 2021, 1)]
    [InlineData("FY2024 (Oct-Sep)-JAN", 10, 2024, 1)]
    [InlineData("FY2024 (Oct-Sep)-DEC", 10, 2023, 12)]
    [InlineData("2021-22-April", 4, 2021, 4)]
    [InlineData("2021-22 March", 4, 2022, 3)]
    [InlineData("2021/2022 - 3", 4, 2022, 3)]
    [InlineData("FY24 Oct", 10, 2023, 10)]
    [InlineData("2021-OCT", 1, 2021, 10)]
    public void A_month_of_a_fiscal_year_is_one_of_the_calendar(string text, int start, int year, int month) =>
        Assert.Equal(
            new SeizureDate(new DateOnly(year, month, 1), DatePrecision.Month),
            FiscalDate.Read(text, start, Shipped.Lists["months"])
        );

    [Theory]
    [InlineData("2021-22")]
    [InlineData("2009-10")]
    [InlineData("FY2021")]
    [InlineData("2021-23-April")]
    [InlineData("2021-13")]
    [InlineData("2021-03-04")]
    [InlineData("October")]
    public void What_is_no_month_of_a_fiscal_year_is_not_read(string text) =>
        Assert.Null(FiscalDate.Read(text, 4, Shipped.Lists["months"]));

    [Theory]
    [InlineData("FY2024 (Oct-Sep)", 10)]
    [InlineData("2021-22 (April – March)", 4)]
    [InlineData("2021-22", null)]
    [InlineData("2021 (final-draft)", null)]
    public void The_month_in_which_it_begins_is_read_where_it_is_written(string text, int? start) =>
        Assert.Equal(start, FiscalDate.StartIn(text, Shipped.Lists["months"]));
}
