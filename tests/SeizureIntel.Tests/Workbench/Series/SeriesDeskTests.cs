using System;
using System.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Series;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Series;

public sealed class SeriesDeskTests
{
    private static readonly string[] Weekly = [.. SeriesDesk.Methods.Select(m => m.Name).Where(n => n != "nowcast")];

    public static TheoryData<string> WeeklyMethods => [.. Weekly];

    [Theory]
    [MemberData(nameof(WeeklyMethods))]
    public void Every_method_answers_for_seven_years_of_weeks_with_gaps_only_where_it_says_so(string method)
    {
        SeriesAnswer reply = Answer(method, Series([.. Enumerable.Range(0, 364).Select(i => (double)(3 + (i % 52 / 13) + (i * 7 % 5)))]));
        Assert.Equal(364, reply.Periods);
        Assert.True(reply.Rows.Count >= 364);
        Assert.True(reply.Figures.Count > 0);
    }

    [Fact]
    public void A_week_of_forty_after_years_of_four_and_five_alarms_with_both_weekly_tests()
    {
        double[] counts = [.. Enumerable.Range(0, 350).Select(i => (double)(4 + (i % 2)))];
        counts[^1] = 40;
        Assert.True(Answer("predictive", Series(counts)).Rows[^1].Alarm);
        Assert.True(Answer("farrington", Series(counts)).Rows[^1].Alarm);
        Assert.Equal(1, Answer("predictive", Series(counts)).Rows.Count(r => r.Alarm == true));
    }

    [Fact]
    public void A_missing_week_is_not_tested_and_is_no_zero()
    {
        double[] counts = [.. Enumerable.Range(0, 350).Select(i => (double)(4 + (i % 2)))];
        counts[^1] = double.NaN;
        SeriesAnswer reply = Answer("predictive", Series(counts));
        Assert.Null(reply.Rows[^1].Count);
        Assert.Null(reply.Rows[^1].Alarm);
        Assert.Equal(1, reply.NotTested["the period was not reported"]);
        Assert.Equal(1, reply.Missing);
    }

    [Fact]
    public void The_bound_of_EARS_C1_is_the_mean_of_seven_weeks_and_z_standard_deviations()
    {
        // Baseline 1 ... 7: mean 4, variance 28 / 6, z(.999) = 3.090232; 4 + 3.090232 * 2.160247 = 10.675664.
        SeriesAnswer reply = Answer("ears-c1", Series([1, 2, 3, 4, 5, 6, 7, 11]));
        Assert.Equal(10.675664, reply.Rows[7].High!.Value, 5);
        Assert.True(reply.Rows[7].Alarm);
    }

    [Fact]
    public void A_level_that_doubles_has_one_change_and_two_levels()
    {
        SeriesAnswer reply = Answer("changepoints", Series([.. Enumerable.Repeat(10.0, 40), .. Enumerable.Repeat(20.0, 40)]));
        Assert.Equal([10, 20], reply.Figures.Where(f => f.Name == "level").Select(f => f.Value!.Value));
        Assert.Equal("41", reply.Rows.Single(r => r.Alarm == true).Period);
    }

    [Fact]
    public void A_series_that_rises_every_month_has_tau_one_and_slope_one()
    {
        SeriesAnswer reply = Answer("mann-kendall", Series([.. Enumerable.Range(1, 24).Select(i => (double)i)]));
        Assert.Equal(1, Figure(reply, "tau"));
        Assert.Equal(1, Figure(reply, "slope"));
        Assert.Equal(276, Figure(reply, "score")); // 24 * 23 / 2 pairs, all of them rising
    }

    [Fact]
    public void A_nowcast_adds_what_is_still_to_come()
    {
        // Half of every earlier week comes a week late, so 10 reported this week become about 20.
        double[][] triangle = [.. Enumerable.Range(0, 19).Select(_ => new[] { 10.0, 10.0 }), [10.0, double.NaN]];
        var series = Series([.. Enumerable.Repeat(20.0, 19), 10.0]) with { Triangle = triangle };
        SeriesAnswer reply = Answer("nowcast", series);
        Assert.Equal(10, reply.Rows[^1].Count);
        Assert.InRange(reply.Rows[^1].Expected!.Value, 19, 21);
        Assert.Equal(20, reply.Rows[0].Expected);
    }

    [Theory]
    [InlineData("predictive")]
    [InlineData("farrington")]
    [InlineData("sparse")]
    [InlineData("ears-c3")]
    [InlineData("cusum")]
    [InlineData("glr")]
    [InlineData("stl")]
    [InlineData("seasonality")]
    [InlineData("forecast")]
    public void Five_weeks_are_too_short_and_said_to_be(string method)
    {
        Fault fault = Assert.Throws<Fault>(() => Answer(method, Series([1, 2, 3, 4, 5])));
        Assert.Equal("not_testable", fault.Code);
        Assert.Equal(1, fault.ExitCode);
    }

    [Fact]
    public void An_unknown_method_is_wrong_usage_and_names_the_nearest()
    {
        Fault fault = Assert.Throws<Fault>(() => SeriesDesk.Method("farington"));
        Assert.Equal(2, fault.ExitCode);
        Assert.Contains("farrington", fault.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_marks_the_alarms_and_shows_the_range()
    {
        double[] counts = [.. Enumerable.Range(0, 350).Select(i => (double)(4 + (i % 2)))];
        counts[^1] = 40;
        LineChart chart = SeriesChart.Of(Answer("predictive", Series(counts)));
        Assert.Equal("Count", chart.Lines[0].Name);
        Assert.Equal(["350"], chart.Flags);
        Assert.Equal("350", chart.Labels[349]);
        Assert.Equal(40, chart.Lines[0].Values[349]);
        Assert.NotNull(chart.Band);
    }

    [Fact]
    public void A_page_encodes_what_stands_in_it_and_holds_no_script()
    {
        string page = SeriesChart.Page(Answer("ears-c1", Series([1, 2, 3, 4, 5, 6, 7, 11])) with { Notes = ["<b>"] }, "<svg></svg>");
        Assert.Contains("<svg></svg>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    private static double Figure(SeriesAnswer reply, string name) => reply.Figures.Single(f => f.Name == name).Value!.Value;

    private static SeriesAnswer Answer(string method, GivenSeries series) =>
        SeriesDesk.Answer(SeriesDesk.Method(method), series, new SeriesSettings());

    private static GivenSeries Series(double[] counts) =>
        new()
        {
            Axis = new PeriodAxis(PeriodStep.Numbered, default, 1),
            PeriodsPerYear = 52,
            Counts = counts,
            Columns = new SeriesColumns("week", "count"),
        };
}
