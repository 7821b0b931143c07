using System;
using System.IO;
using System.Text;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Series;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Series;

public sealed class SeriesReaderTests
{
    [Fact]
    public void A_month_without_a_row_is_missing_and_not_zero()
    {
        GivenSeries series = Read("month,count\n2024-01,5\n2024-03,0\n2024-04,\n2024-05,7\n");
        Assert.Equal([5, double.NaN, 0, double.NaN, 7], series.Counts);
        Assert.Equal(12, series.PeriodsPerYear);
        Assert.Equal(2, series.Missing);
        Assert.Equal("2024-02", series.Axis.Label(1));
    }

    [Theory]
    [InlineData("date,n\n2024-01-01,1\n2024-01-08,2\n2024-01-22,3\n", 52, 4, "2024-01-15")]
    [InlineData("date,n\n2024-01-01,1\n2024-02-01,2\n2024-04-01,3\n", 12, 4, "2024-03")]
    [InlineData("date,n\n2024-01-01,1\n2024-01-02,2\n2024-01-04,3\n", 365, 4, "2024-01-03")]
    [InlineData("period,n\n2020-W52,1\n2020-W53,2\n2021-W02,3\n", 52, 4, "2021-01-04")]
    [InlineData("period,n\n2023-Q4,1\n2024-Q1,2\n2024-Q3,3\n", 4, 4, "2024-Q2")]
    [InlineData("year,n\n2019,1\n2020,2\n2022,3\n", 1, 4, "2021")]
    [InlineData("week,n\n7,1\n8,2\n10,3\n", 52, 4, "9")]
    public void The_step_of_the_periods_is_recognised(string text, int perYear, int periods, string missing)
    {
        GivenSeries series = Read(text);
        Assert.Equal(perYear, series.PeriodsPerYear);
        Assert.Equal(periods, series.Counts.Length);
        int hole = Array.FindIndex(series.Counts, double.IsNaN);
        Assert.Equal(missing, series.Axis.Label(hole));
    }

    [Fact]
    public void Year_and_week_in_two_columns_are_one_period()
    {
        // 2020 has 53 ISO weeks, so the week after 2020-W53 is 2021-W01.
        GivenSeries series = Read("year,week,seizures\n2020,53,4\n2021,1,5\n");
        Assert.Equal([4, 5], series.Counts);
        Assert.Equal("2021-01-04", series.Axis.Label(1));
    }

    [Fact]
    public void A_number_of_periods_a_year_in_the_file_is_taken()
    {
        Assert.Equal(12, Read("index,observed,freq\n1,3,12\n2,4,12\n").PeriodsPerYear);
    }

    [Fact]
    public void Rows_in_any_order_and_with_semicolons_are_read_in_time()
    {
        Assert.Equal([1, 2, 3], Read("date;cases\n2024-01-15;3\n2024-01-01;1\n2024-01-08;2\n").Counts);
    }

    [Fact]
    public void The_only_column_of_numbers_is_the_count()
    {
        Assert.Equal("containers", Read("date,office,containers\n2024-01-01,A,1\n2024-01-08,B,2\n").Columns.Count);
    }

    [Theory]
    [InlineData("date,n\n2024-01-01,-1\n", "bad_series")]
    [InlineData("date,n\n2024-01-01,1.5\n", "bad_series")]
    [InlineData("date,n\n2024-01-01,<5\n", "bad_series")]
    [InlineData("date,n\n01/02/2024,5\n", "bad_series")]
    [InlineData("date,n\n2024-01-01,5\n2024-01-01,6\n", "bad_series")]
    [InlineData("date,n,exposure\n2024-01-01,5,0\n", "bad_series")]
    [InlineData("date,n\n2024-01-01,5\n2024-02,6\n", "mixed_periods")]
    public void What_is_no_series_is_refused_with_exit_code_1(string text, string code)
    {
        Fault fault = Assert.Throws<Fault>(() => Read(text));
        Assert.Equal(code, fault.Code);
        Assert.Equal(1, fault.ExitCode);
    }

    [Fact]
    public void Two_columns_that_could_be_the_count_are_named()
    {
        Fault fault = Assert.Throws<Fault>(() => Read("date,guns,rounds\n2024-01-01,1,2\n"));
        Assert.Equal(2, fault.ExitCode);
        Assert.Contains("guns, rounds", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Delays_make_a_triangle_that_is_open_where_nothing_could_be_known_yet()
    {
        GivenSeries series = Read("week,delay,count\n1,0,4\n1,1,2\n2,0,3\n2,1,1\n3,0,5\n");
        Assert.Equal([4, 2], series.Triangle![0]);
        Assert.Equal([5, double.NaN], series.Triangle[2]);
        Assert.Equal([6, 4, 5], series.Counts);
    }

    private static GivenSeries Read(string text)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text, Encoding.UTF8);
            return SeriesReader.Read(path, new SeriesColumns());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
