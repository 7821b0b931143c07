using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Routes;

public sealed class RouteStudyTests : IDisposable
{
    private static readonly string[] Reporters = ["ES", "NL", "DE"];
    private static readonly string[] Starts = ["CO", "MA", "TR", "BG"];
    private static readonly string[] Products = ["cannabis_herb", "cannabis_resin", "cocaine", "pills"];
    private readonly FedIndex _fed = new();

    public void Dispose() => _fed.Dispose();

    [Fact]
    public async Task A_route_that_starts_is_told_at_the_quarter_in_which_it_starts()
    {
        Background();
        _fed.Add(40, Quarter(9), 90, c => FedIndex.Way(c, "ES", "EC", "ES", "HR"));
        _fed.Add(40, Quarter(10), 90, c => FedIndex.Way(c, "ES", "EC", "ES", "HR"));

        StudyResult result = await RunAsync();

        Finding found = Assert.Single(result.Findings, f => f.Kind == "emerging" && Is(f, "leg", "ES>HR"));
        Assert.Equal(new Period(Quarter(9), Quarter(10).AddDays(-1), "quarter"), found.Period);
        Assert.Equal((40, 40d, "cocaine"), (found.N, found.Figure.Value, found.Subject["product"][0]));
        Assert.Contains("single reporter", found.Caveats.Select(c => c.Text));
        Assert.Contains(result.Findings, f => f.Kind == "emerging" && Is(f, "path", "EC>ES>HR"));
    }

    [Fact]
    public async Task A_route_that_stops_is_told_at_the_quarter_in_which_it_stops()
    {
        Background();
        for (int q = 0; q < 8; q++)
            _fed.Add(30, Quarter(q), 90, c => FedIndex.Way(c, "DE", "TR", "BG", "DE"));

        Finding found = Assert.Single((await RunAsync()).Findings, f =>
            f.Kind == "fading" && Is(f, "leg", "BG>DE") && Is(f, "product", "cocaine")
        );

        // Nothing in the quarter itself: the evidence is what went before, background (4 a quarter) included.
        Assert.Equal(Quarter(8), found.Period.From);
        Assert.True(found.Effect!.Value <= 0.5);
        Assert.True(found.N > 8 * 30);
    }

    [Fact]
    public async Task A_fall_in_the_newest_eight_weeks_is_not_told_where_nobody_says_when_it_reported()
    {
        Background();
        for (int q = 0; q < 11; q++)
            _fed.Add(30, Quarter(q), 90, c => FedIndex.Way(c, "DE", "EC", "DE"));

        Assert.DoesNotContain((await RunAsync()).Findings, f => f.Kind == "fading");
    }

    [Fact]
    public async Task A_reporter_that_sends_three_times_as_much_of_everything_makes_no_route_emerge()
    {
        Background();
        Background(from: 8, times: 2, only: "NL");

        Assert.DoesNotContain((await RunAsync()).Findings, f => f.Kind == "emerging");
    }

    [Fact]
    public async Task A_reporter_that_falls_silent_makes_no_route_fade()
    {
        Background(only: "ES");
        Background(only: "NL");
        for (int q = 0; q < 7; q++)
            Background(q, 1, "DE", q + 1);

        Assert.DoesNotContain((await RunAsync()).Findings, f => f.Kind == "fading");
    }

    [Fact]
    public async Task Traffic_that_takes_a_detour_is_told_as_displaced()
    {
        Background();
        for (int q = 0; q < 12; q++)
        {
            string[] way = q < 8 ? ["CO", "NL"] : ["CO", "DO", "NL"];
            _fed.Add(40, Quarter(q), 90, c => FedIndex.Way(c, "NL", way));
        }

        Finding found = Assert.Single((await RunAsync()).Findings, f => f.Kind == "displacement");
        Assert.Equal(["CO>NL", "CO>DO>NL"], found.Subject["path"]);
        Assert.Equal(Quarter(8), found.Period.From);
        Assert.True(found.Effect!.Low > 0.5);
    }

    [Fact]
    public async Task Six_seizures_at_home_and_four_abroad_are_a_ratio_of_six_tenths()
    {
        _fed.Add(6, Quarter(0), 90, c => FedIndex.Way(c, "PT", "CO", "PT"));
        _fed.Add(4, Quarter(0), 90, c => FedIndex.Way(c, "ES", "PT", "ES"));

        Finding found = Assert.Single((await RunAsync()).Findings, f => f.Kind == "ledger" && Is(f, "country", "PT"));

        // Wilson interval of 6 of 10 at 95 %: .3127 to .8318 (R 4.2 binom::binom.wilson).
        Assert.Equal(0.6, found.Figure.Value, 12);
        Assert.Equal(10, found.N);
        Assert.Equal(0.3127, found.Effect!.Low!.Value, 4);
        Assert.Equal(0.8318, found.Effect.High!.Value, 4);
        Assert.Equal(6, found.Evidence.Count);
    }

    [Fact]
    public async Task A_country_that_all_pass_through_is_a_hub_with_a_gateway_share_of_one()
    {
        foreach ((string from, string to) in new[] { ("CO", "DE"), ("MA", "NL"), ("EC", "PT") })
            _fed.Add(40, Quarter(0), 90, c => FedIndex.Way(c, "BE", from, "BE", to));

        Finding found = Assert.Single((await RunAsync()).Findings, f => f.Kind == "hub");

        // Of the 6 x 5 ordered pairs of other countries, the 3 x 3 from a start to an end lie over BE: 9 / 30.
        Assert.Equal("BE", found.Subject["country"][0]);
        Assert.Equal(0.3, found.Figure.Value, 12);
        Assert.Equal((1d, 120, 120), (found.Effect!.Value, found.N, found.Evidence.Count));
    }

    [Fact]
    public async Task Two_legs_that_were_never_seen_as_one_route_make_an_inferred_one()
    {
        _fed.Add(30, Quarter(0), 90, c => FedIndex.Way(c, "ES", "CO", "ES"));
        _fed.Add(10, Quarter(0), 90, c => FedIndex.Way(c, "PT", "CO", "PT"));
        _fed.Add(20, Quarter(0), 90, c => FedIndex.Way(c, "DE", "ES", "DE"));

        // 30 of 40 leave CO for ES, and all that leave ES go to DE: 0.75. Evidence: the seizures on either leg.
        Finding found = Assert.Single((await RunAsync()).Findings, f => f.Kind == "inferred_path");
        Assert.Equal("CO>ES>DE", found.Subject["path"][0]);
        Assert.Equal(0.75, found.Figure.Value, 12);
        Assert.Equal(50, found.Evidence.Count);
        Assert.Contains("inferred from legs, not observed as a whole", found.Caveats.Select(c => c.Text));
    }

    [Fact]
    public async Task A_leg_beyond_what_its_ends_explain_is_unusual()
    {
        string[] from = ["CO", "MA", "TR", "BG"],
            to = ["ES", "NL", "DE", "PT"];
        foreach (string start in from)
        {
            foreach (string end in to)
                _fed.Add(start == "TR" && end == "DE" ? 90 : 10, Quarter(0), 90, c => FedIndex.Way(c, end, start, end));
        }

        // TR sends 120 and DE receives 120 of 240: 60 are expected, 90 seen; the ratio of 1.5 is too small to tell.
        Assert.DoesNotContain((await RunAsync()).Findings, f => f.Kind == "unusual");
    }

    [Fact]
    public async Task A_leg_between_two_quiet_ends_is_unusual()
    {
        string[] from = ["CO", "MA", "TR"],
            to = ["ES", "NL", "DE"];
        foreach (string start in from)
        {
            foreach (string end in to)
                _fed.Add(40, Quarter(0), 90, c => FedIndex.Way(c, end, start, end));
        }

        _fed.Add(40, Quarter(0), 90, c => FedIndex.Way(c, "PT", "BG", "PT"));

        // BG sends 40 and PT receives 40 of 400: 4 are expected, 40 seen, ten times as many.
        Finding found = Assert.Single((await RunAsync()).Findings, f => f.Kind == "unusual");
        Assert.Equal("BG>PT", found.Subject["leg"][0]);
        Assert.Equal((4d, 10d), (Math.Round(found.Baseline!.Value, 9), Math.Round(found.Effect!.Value, 9)));
    }

    [Fact]
    public async Task Every_finding_is_found_by_its_evidence()
    {
        Everything();
        await _fed.EachIsFoundAsync((await RunAsync(all: true)).Findings);
        await _fed.EachIsFoundAsync(
            (
                await new RouteStudy(_fed.Index, FedIndex.Lists).RunAsync(
                    new StudyScope
                    {
                        Reader = Reader.Owner,
                        Query = new SeizureQuery { From = Quarter(8), To = Quarter(12).AddDays(-1) }.With("heading", "H01"),
                        ShowAll = true,
                    },
                    TestContext.Current.CancellationToken
                )
            ).Findings
        );
    }

    [Fact]
    public async Task Two_runs_tell_the_same_in_the_same_order()
    {
        Everything();
        StudyResult first = await RunAsync(all: true),
            second =
                await new RouteStudy(_fed.Index, FedIndex.Lists).RunAsync(
                    new StudyScope
                    {
                        Reader = Reader.Owner,
                        Query = SeizureQuery.All,
                        ShowAll = true,
                    },
                    TestContext.Current.CancellationToken
                );
        Assert.Equal(first.Findings.Select(f => (f.Id, f.P, f.Q, f.Rank)), second.Findings.Select(f => (f.Id, f.P, f.Q, f.Rank)));
        Assert.Equal(first.Findings.Count, first.Findings.DistinctBy(f => f.Id).Count());
    }

    private static DateOnly Quarter(int number) => new DateOnly(2021, 1, 1).AddMonths(3 * number);

    private static bool Is(Finding finding, string field, string code) =>
        finding.Subject.TryGetValue(field, out IReadOnlyList<string>? codes) && codes.Contains(code);

    private void Everything()
    {
        Background();
        _fed.Add(40, Quarter(9), 90, c => FedIndex.Way(c, "ES", "EC", "ES", "HR"));
        for (int q = 0; q < 8; q++)
            _fed.Add(30, Quarter(q), 90, c => FedIndex.Goods(FedIndex.Way(c, "DE", "TR", "BG", "DE"), "H02", "cigarettes"));
        for (int q = 0; q < 12; q++)
        {
            string[] way = q < 8 ? ["CO", "NL"] : ["CO", "DO", "NL"];
            _fed.Add(40, Quarter(q), 90, c => FedIndex.Way(c, "NL", way));
        }
    }

    // Three to five seizures a quarter of each of four goods on each of four ways into each of three countries.
    private void Background(int from = 0, int times = 1, string? only = null, int upTo = 12)
    {
        for (int q = from; q < upTo; q++)
        {
            for (int r = 0; r < Reporters.Length; r++)
            {
                if (only is not null && only != Reporters[r])
                    continue;
                for (int way = 0; way < Starts.Length; way++)
                {
                    for (int p = 0; p < Products.Length; p++)
                    {
                        (string reporter, string start, string product) = (Reporters[r], Starts[way], Products[p]);
                        _fed.Add(times * (3 + (((q * 7) + (r * 5) + (way * 3) + p) % 3)), Quarter(q), 90, c =>
                            FedIndex.Goods(FedIndex.Way(c, reporter, start, reporter), "H01", product)
                        );
                    }
                }
            }
        }
    }

    private async Task<StudyResult> RunAsync(bool all = false)
    {
        await _fed.FeedAsync();
        return await new RouteStudy(_fed.Index, FedIndex.Lists).RunAsync(
            new StudyScope
            {
                Reader = Reader.Owner,
                Query = SeizureQuery.All,
                ShowAll = all,
            },
            TestContext.Current.CancellationToken
        );
    }
}
