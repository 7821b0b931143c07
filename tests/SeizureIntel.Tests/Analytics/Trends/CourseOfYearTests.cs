using System;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Trends;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Trends;

/// <summary>Seasons, episodes and heaps of dates are told as what they are: six years of six reporters from Monday 6 January 2014 on.</summary>
public sealed class CourseOfYearTests : IDisposable
{
    private const int WeekCount = 312;

    private static readonly string[] Steady = ["ES", "PT", "DE", "FR", "IT"];
    private static readonly DateOnly First = new(2014, 1, 6);

    private readonly FedIndex _fed = new();
    private readonly Random _random = new(23);

    public void Dispose() => _fed.Dispose();

    [Fact]
    public async Task A_product_that_one_reporter_sees_in_half_of_each_year_has_no_shift()
    {
        Feed(week =>
        {
            // Nine a week from week 10 to 35 of each year, three in the others. The other reporters see the product all year.
            Add(week, (week % 52) is >= 10 and < 36 ? 9 : 3, c => Of(c, "NL", "H01", "cannabis_resin"));
            Add(week, 2, c => Of(c, "NL", "H01", "cocaine"));
        });

        StudyResult result = await TrendsAsync();

        Assert.DoesNotContain(result.Findings, f => f.Kind is "shift" or "reporter_artefact");
    }

    [Fact]
    public async Task A_rise_that_goes_back_is_one_episode_with_its_beginning_and_end()
    {
        // Three times as many for half a year, once: weeks 150 to 175.
        Feed(week =>
        {
            Add(week, week is >= 150 and < 176 ? 12 : 4, c => Of(c, "NL", "H01", "cannabis_resin"));
            Add(week, 3, c => Of(c, "NL", "H02", "cigarettes"));
        });

        StudyResult result = await TrendsAsync();

        Finding episode = Assert.Single(result.Findings, f => f.Kind == "shift");
        Assert.Equal(["NL"], episode.Subject["reporting_country"]);
        Assert.InRange(episode.Period.From.DayNumber - First.AddDays(7 * 150).DayNumber, -21, 21);
        Assert.InRange(episode.Period.To.DayNumber - First.AddDays(7 * 176).DayNumber, -21, 21);
        Assert.InRange(3, episode.Effect!.Low!.Value, episode.Effect.High!.Value);
        Assert.Contains(episode.Caveats, c => c.Text.StartsWith("an episode: ", StringComparison.Ordinal));
        await _fed.EachIsFoundAsync(result.Findings);
    }

    [Fact]
    public async Task What_is_too_small_for_a_season_below_nothing_larger_is_not_testable()
    {
        // One case in every fourth week from week 152 on: 40, alone in its heading. Five times as many in another heading: 200, which tell enough.
        Feed(week =>
        {
            Add(week, week >= 152 && week % 4 == 0 ? 1 : 0, c => Of(c, "NL", "H11", "waste"));
            Add(week, week >= 152 && week % 4 == 0 ? 5 : 0, c => Of(c, "NL", "H09", "banknotes"));
        });

        StudyResult result = await TrendsAsync();

        Assert.DoesNotContain(result.Findings, f => f.Kind == "shift" && f.Subject["heading"].Contains("H11"));
        Assert.Contains(result.Findings, f => f.Kind == "shift" && f.Subject["heading"].Contains("H09"));
        Assert.Contains(result.NotTestable, t => t.Contains("too small to show a season", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Month_totals_on_the_first_are_no_high_weeks_and_a_high_month_is_told_by_the_month()
    {
        // NL sends about 13 a month, dated the first; 60 in March 2018.
        Feed(_ => { });
        for (var month = new DateOnly(2014, 2, 1); month < new DateOnly(2020, 1, 1); month = month.AddMonths(1))
            Total(month, month == new DateOnly(2018, 3, 1) ? 60 : 13);

        StudyResult result = await TrendsAsync();

        Finding high = Assert.Single(result.Findings);
        Assert.Equal("exceedance", high.Kind);
        Assert.Equal(["NL"], high.Subject["reporting_country"]);
        Assert.Equal(new Period(new(2018, 3, 1), new(2018, 3, 31), "month"), high.Period);
        Assert.Contains(high.Caveats, c => c.Text.Contains("the cases of a month stand on one day", StringComparison.Ordinal));
        await _fed.EachIsFoundAsync(result.Findings);
    }

    [Fact]
    public async Task A_reporter_that_sends_once_a_quarter_makes_no_high_weeks()
    {
        Feed(_ => { });
        for (var end = new DateOnly(2014, 3, 31); end < new DateOnly(2020, 1, 1); end = end.AddDays(1).AddMonths(3).AddDays(-1))
            Total(end, 40);

        StudyResult result = await TrendsAsync();

        Assert.Empty(result.Findings);
    }

    [Fact]
    public async Task Heaps_are_known_by_reporter_and_time()
    {
        // NL dates by the month until the end of 2016 and by the day since, BE by the quarter throughout, ES by the day.
        for (var month = new DateOnly(2014, 1, 1); month < new DateOnly(2017, 1, 1); month = month.AddMonths(1))
            _fed.Add(8, month, 1, c => Of(c, "NL", "H01", "cocaine"));
        for (var month = new DateOnly(2014, 3, 31); month < new DateOnly(2020, 1, 1); month = month.AddDays(1).AddMonths(3).AddDays(-1))
            _fed.Add(9, month, 1, c => Of(c, "BE", "H01", "cocaine"));
        _fed.Add(400, new(2017, 1, 1), 1000, c => Of(c, "NL", "H01", "cocaine"));
        _fed.Add(1000, new(2014, 1, 1), 2000, c => Of(c, "ES", "H01", "cocaine"));
        await _fed.FeedAsync();
        SeizureFrame frame = await SeizureFrame.ReadAsync(
            _fed.Index,
            Reader.Owner,
            SeizureQuery.All,
            ["reporting_country", "date_precision", "product"],
            TestContext.Current.CancellationToken
        );

        var heaped = HeapedDates.Of(frame);
        int[] days = heaped.Spread(frame);

        Assert.Equal(["BE", "NL"], heaped.Reporters.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((288.0 / 688, 1), heaped.Reporters["NL"]);
        Assert.Equal((1.0, 3), heaped.Reporters["BE"]);
        FrameColumn reporter = frame["reporting_country"];
        int[] moved = [.. Enumerable.Range(0, frame.Count).Where(r => days[r] != frame.Days[r])];
        Assert.All(moved, r => Assert.True(reporter.FirstCode(r) == "BE" || frame.Days[r] < new DateOnly(2017, 1, 1).DayNumber));
        Assert.All(moved, r => Assert.NotEqual("ES", reporter.FirstCode(r)));

        // Nine over a quarter: in each of its months two to four of them.
        var spread = Enumerable
            .Range(0, frame.Count)
            .Where(r => reporter.FirstCode(r) == "BE")
            .GroupBy(r => Months.Of(DateOnly.FromDayNumber(days[r])));
        Assert.Equal(72, spread.Count());
        Assert.All(spread, m => Assert.InRange(m.Count(), 2, 4));
    }

    // Five steady reporters of two goods, and what a test adds.
    private void Feed(Action<int> add)
    {
        for (int week = 0; week < WeekCount; week++)
        {
            foreach (string reporter in Steady)
            {
                Add(week, 1.5, c => Of(c, reporter, "H01", "cannabis_resin"));
                Add(week, 2, c => Of(c, reporter, "H02", "cigarettes"));
            }

            add(week);
        }
    }

    private void Add(int week, double mean, Func<Case, Case> shape)
    {
        int count = Poisson(mean);
        if (count > 0)
            _fed.Add(count, First.AddDays(7 * week), 7, shape);
    }

    private void Total(DateOnly day, double mean)
    {
        _fed.Add(Poisson(mean), day, 1, c => Of(c, "NL", "H01", "cannabis_resin"));
        _fed.Add(Poisson(mean == 60 ? 13 : mean), day, 1, c => Of(c, "NL", "H02", "cigarettes"));
    }

    private int Poisson(double mean)
    {
        int count = 0;
        for (double product = _random.NextDouble(), limit = Math.Exp(-mean); product > limit; product *= _random.NextDouble())
            count++;
        return count;
    }

    private static Case Of(Case plain, string reporter, string heading, string product) =>
        FedIndex.Goods(plain, heading, product) with
        {
            ReportingCountry = new Stated(reporter, null),
            Country = new Stated(reporter, null),
        };

    private async Task<StudyResult> TrendsAsync()
    {
        await _fed.FeedAsync();
        return await new TrendStudy(_fed.Index, FedIndex.Lists).RunAsync(
            new StudyScope { Reader = Reader.Owner, Query = SeizureQuery.All },
            TestContext.Current.CancellationToken
        );
    }
}
