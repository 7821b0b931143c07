using System;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.Analytics.Trends;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Trends;

/// <summary>What a reporter changes in its reporting must not be told as a change of smuggling.</summary>
public sealed class ReportingChangeTests : IDisposable
{
    private const int WeekCount = 208;
    private const int NewYear = 104;

    private static readonly string[] Steady = ["ES", "PT", "DE", "FR", "IT"];
    private static readonly (string Product, double Rate, double Factor)[] Drugs =
    [
        ("cocaine", 3, 9),
        ("cannabis_herb", 2, 14),
        ("cannabis_resin", 1.5, 12),
        ("pills", 1, 20),
        ("spirits", 0.6, 6),
    ];

    private readonly FedIndex _fed = new();
    private readonly Random _random = new(11);

    public void Dispose() => _fed.Dispose();

    [Fact]
    public async Task A_reporter_that_sends_twelve_times_as_much_of_all_its_goods_is_told_once_and_as_a_reporter()
    {
        // Colombia's public list does so in January 2014; one heading, so that no other heading can stand for its reporting.
        for (int week = 0; week < WeekCount; week++)
        {
            foreach (string reporter in Steady.Append("CO"))
            {
                foreach ((string product, double rate, double factor) in Drugs)
                    Week(week, rate * (reporter == "CO" && week >= NewYear ? factor : 1), c => Of(c, reporter, product));
            }
        }

        StudyResult result = await TrendsAsync();

        Finding artefact = Assert.Single(result.Findings, f => f.Kind == "reporter_artefact");
        Assert.Equal(["CO"], artefact.Subject["reporting_country"]);
        Assert.InRange(artefact.Period.From.DayNumber - Monday(NewYear).DayNumber, -28, 28);

        // Against its own other goods one of them grew less and one more: that may stay, with the reporter named. No rise of the goods in the region may.
        Assert.DoesNotContain(result.Findings, f => f.Kind != "reporter_artefact" && !f.Subject.ContainsKey("reporting_country"));
        Assert.DoesNotContain(result.Findings, f => f.Kind != "reporter_artefact" && !f.Subject.ContainsKey("product"));
        Assert.Contains(artefact.Caveats, c => c.Text.StartsWith("quantity of H01 a week (KGM): ", StringComparison.Ordinal));
        await _fed.EachIsFoundAsync(result.Findings);
    }

    [Fact]
    public async Task What_a_grown_reporter_feeds_is_not_told_beside_it_and_what_it_finds_anew_is()
    {
        // CO sends twelve times as much on average and states since then that most of it leaves from CO: nothing was known of that before. In week
        // 190 it finds twelve more of cigarettes, of which it sent one in twenty weeks and sends three in five by then.
        for (int week = 0; week < WeekCount; week++)
        {
            Week(week, week >= NewYear ? 0.6 : 0.05, c => Of(c, "CO", "cigarettes"));
            foreach (string reporter in Steady.Append("CO"))
            {
                foreach ((string product, double rate, double factor) in Drugs)
                {
                    bool isGrown = reporter == "CO" && week >= NewYear;
                    Week(week, rate * (isGrown ? factor : 1), c =>
                        isGrown && _random.Next(5) < 3 ? Leaving(Of(c, reporter, product), "CO") : Of(c, reporter, product)
                    );
                }
            }
        }

        _fed.Add(12, Monday(190), 7, c => Of(c, "CO", "cigarettes"));

        StudyResult result = await TrendsAsync();

        Assert.Single(result.Findings, f =>
            f.Kind == "reporter_artefact" && f.Subject.Count == 1 && f.Subject.ContainsKey("reporting_country")
        );
        Assert.DoesNotContain(result.Findings, f => f.Kind != "reporter_artefact" && f.Subject.ContainsKey("departure_country"));
        Finding found = Assert.Single(result.Findings, f => f.Kind == "exceedance");
        Assert.Equal(["cigarettes"], found.Subject["product"]);
        Assert.Equal(Monday(190), found.Period.From);
        Assert.DoesNotContain(result.Findings, f => f.Kind == "trend");
    }

    [Fact]
    public async Task Cases_sent_again_in_a_second_file_count_once()
    {
        // Two cases a week of each reporter; half a year of all of them comes in once more in the second file, so that seizures double and cases do not.
        int number = 0;
        for (int week = 0; week < WeekCount; week++)
        {
            foreach (string reporter in Steady)
            {
                for (int i = 0; i < 2; i++)
                {
                    DateOnly day = Monday(week).AddDays(3 * i);
                    string reference = $"{++number}";
                    foreach (string file in week is >= 120 and < 146 ? new[] { "one", "two" } : ["one"])
                        _fed.Add(1, day, 1, c => Of(c, reporter, "cocaine") with { SubmissionId = file, CaseRef = reference });
                }
            }
        }

        StudyResult result = await TrendsAsync();

        Assert.Equal(WeekCount * Steady.Length * 2, result.Coverage.Cases);
        Assert.Equal((WeekCount + 26) * Steady.Length * 2, result.Coverage.Seizures);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public async Task A_change_of_the_quantity_is_taken_apart_by_reporter()
    {
        // NL finds twice as many cases in 2021 as in 2020; CO reports in 2021 only. Two kilograms each.
        _fed.Add(100, new DateOnly(2020, 1, 1), 366, c => Of(c, "NL", "cocaine"));
        _fed.Add(200, new DateOnly(2021, 1, 1), 365, c => Of(c, "NL", "cocaine"));
        _fed.Add(50, new DateOnly(2021, 1, 1), 365, c => Of(c, "CO", "cocaine"));
        await _fed.FeedAsync();

        StudyResult result = await new TrendStudy(_fed.Index, FedIndex.Lists).RunAsync(
            new StudyScope
            {
                Reader = Reader.Owner,
                Query = new SeizureQuery { From = new(2021, 1, 1), To = new(2021, 12, 31) },
            },
            TestContext.Current.CancellationToken
        );
        FigureTable table = Assert.Single(result.Tables, t => t.Id == "decomposition/H01");

        // The day before the 365 of 2021's length, 1 January 2020, stays out: 99 of 100 cases before, none of another year.
        Assert.Equal(["All reporters", 349, 198.0, 500.0, 302.0], table.Rows[0].Cells.Take(5));
        Assert.Equal(["NL", 299, 198.0, 400.0, 202.0, 0.0], table.Rows[1].Cells.Take(6));
        Assert.Equal(202.0, (double)table.Rows[1].Cells[6]!, 9);
        Assert.Equal(["CO", 50, 0.0, 100.0, 100.0, 100.0], table.Rows[2].Cells.Take(6));
        Assert.Contains(table.Notes, n => n.Text == "NL makes 67% of the change.");
        foreach (TableRow row in table.Rows)
            Assert.Equal(
                row.Evidence!.Count,
                (
                    await _fed.Index.SearchAsync(
                        Reader.Owner,
                        new SearchRequest { Query = row.Evidence.Query, Size = 0 },
                        TestContext.Current.CancellationToken
                    )
                ).Seizures
            );
    }

    [Fact]
    public async Task A_reporter_that_begins_to_state_departures_makes_no_route_and_no_shift()
    {
        string[] departures = ["TR", "BG", "MA"];
        for (int week = 0; week < WeekCount; week++)
        {
            foreach (string reporter in Steady)
                Week(week, 2, c => Leaving(Of(c, reporter, "cocaine"), departures[_random.Next(3)]));
            bool isStated = week >= NewYear;
            Week(week, 6, c => isStated ? Leaving(Of(c, "NL", "cocaine"), departures[_random.Next(3)]) : Of(c, "NL", "cocaine"));
        }

        StudyResult trends = await TrendsAsync();
        StudyResult routes = await new RouteStudy(_fed.Index, FedIndex.Lists).RunAsync(
            new StudyScope { Reader = Reader.Owner, Query = SeizureQuery.All },
            TestContext.Current.CancellationToken
        );

        Assert.Empty(trends.Findings);
        Assert.DoesNotContain(routes.Findings, f => f.Kind is "emerging" or "fading" or "displacement");
    }

    [Fact]
    public async Task A_reporter_that_begins_to_state_destinations_makes_no_leg()
    {
        // Its departures were stated all along, so that some leg of every case is known; NL>DE, NL>FR and NL>IT are new all the same.
        string[] destinations = ["DE", "FR", "IT"];
        for (int week = 0; week < WeekCount; week++)
        {
            foreach (string reporter in Steady)
                Week(week, 2, c => Bound(Of(c, reporter, "cocaine"), "MA", "BE"));
            bool isStated = week >= NewYear;
            Week(week, 6, c =>
                isStated ? Bound(Of(c, "NL", "cocaine"), "TR", destinations[_random.Next(3)]) : Leaving(Of(c, "NL", "cocaine"), "TR")
            );
        }

        StudyResult trends = await TrendsAsync();

        Assert.DoesNotContain(trends.Findings, f => f.Kind == "shift");
    }

    [Fact]
    public async Task Codes_that_change_together_at_New_Year_are_one_change_of_coding()
    {
        for (int week = 0; week < WeekCount; week++)
        {
            foreach (string reporter in Steady)
                Week(week, 2, c => Leaving(Of(c, reporter, "cocaine"), "MA"));

            // What NL called TR until the end of 2021 it calls BG since.
            string departure = week >= NewYear ? "BG" : "TR";
            Week(week, 4, c => Leaving(Of(c, "NL", "cocaine"), departure));
            Week(week, 2, c => Leaving(Of(c, "NL", "pills"), "MA"));
        }

        StudyResult result = await TrendsAsync();

        Finding coding = Assert.Single(result.Findings, f => f.Kind == "reporter_artefact" && f.Subject.ContainsKey("departure_country"));
        Assert.Equal(["NL"], coding.Subject["reporting_country"]);
        Assert.Equal(["BG", "TR"], coding.Subject["departure_country"]);
        Assert.Contains("more often: BG", coding.Caveats.Select(c => c.Text));
        Assert.Contains("less often: TR", coding.Caveats.Select(c => c.Text));
        Assert.DoesNotContain(result.Findings, f => f.Kind is "shift" or "exceedance" or "trend");
        await _fed.EachIsFoundAsync(result.Findings);
    }

    // The first week is that of 6 January 2020; week 104 begins on 3 January 2022.
    private static DateOnly Monday(int week) => new DateOnly(2020, 1, 6).AddDays(7 * week);

    private static Case Of(Case plain, string reporter, string product) =>
        Weighed(FedIndex.Goods(plain, "H01", product)) with
        {
            ReportingCountry = new Stated(reporter, null),
            Country = new Stated(reporter, null),
        };

    private static Case Weighed(Case of) => of with { Seizures = [of.Seizures[0] with { Quantity = new Quantity(2, "KGM") }] };

    private static Case Leaving(Case of, string departure) =>
        of with
        {
            Legs = [new RouteLeg(LegRole.Departure, new Stated(departure, null), default)],
        };

    private static Case Bound(Case of, string departure, string destination) =>
        of with
        {
            Legs =
            [
                new RouteLeg(LegRole.Departure, new Stated(departure, null), default),
                new RouteLeg(LegRole.Destination, new Stated(destination, null), default),
            ],
        };

    private void Week(int week, double mean, Func<Case, Case> shape)
    {
        int count = 0;
        for (double product = _random.NextDouble(), limit = Math.Exp(-mean); product > limit; product *= _random.NextDouble())
            count++;
        if (count > 0)
            _fed.Add(count, Monday(week), 7, shape);
    }

    private async Task<StudyResult> TrendsAsync()
    {
        await _fed.FeedAsync();
        return await new TrendStudy(_fed.Index, FedIndex.Lists).RunAsync(
            new StudyScope { Reader = Reader.Owner, Query = SeizureQuery.All },
            TestContext.Current.CancellationToken
        );
    }
}
