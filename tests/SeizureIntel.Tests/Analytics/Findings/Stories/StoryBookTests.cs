using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Findings.Stories;
using SeizureIntel.Tests.Etl;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Findings.Stories;

public sealed class StoryBookTests
{
    private readonly Told _told = new();

    [Fact]
    public void A_new_route_is_told_by_its_path_with_its_legs_and_the_rise_it_makes()
    {
        // The same 60 cases: one journey, seen as two legs, as a path and as the rise of cocaine at its reporter (80 cases, 10 expected).
        Finding leg = _told.Add("emerging", "heading=H01 product=cocaine leg=ES>HR", "2024-07-01", "2024-09-30", 0, 60, "ES", 1e-18),
            other = _told.Add("emerging", "heading=H01 product=cocaine leg=EC>ES", "2024-07-01", "2024-09-30", 0, 60, "ES", 1e-16),
            path = _told.Add("emerging", "heading=H01 product=cocaine path=EC>ES>HR", "2024-07-01", "2024-09-30", 0, 60, "ES", 1e-15),
            rise = _told.Add(
                "shift",
                "heading=H01 product=cocaine reporting_country=ES",
                "2024-07-01",
                "2024-12-29",
                0,
                80,
                "ES",
                1e-27,
                expected: 10
            ),
            frequent = _told.Add("frequent_path", "heading=H01 path=EC>ES>HR", "2020-01-06", "2024-12-29", 0, 60, "ES");
        Story story = Assert.Single(_told.Stories());
        Assert.Equal((path.Id, path.Kind, path.Period), (story.Lead, story.Kind, story.Period));
        Assert.Equal(new[] { leg.Id, other.Id, rise.Id, frequent.Id }.Order(), story.Members.Order());
    }

    [Fact]
    public void A_detour_takes_the_leg_that_falls_and_the_leg_that_rises()
    {
        Finding detour = _told.Add(
            "displacement",
            "heading=H01 product=cocaine path=CO>NL,CO>DO>NL",
            "2023-04-01",
            "2024-03-29",
            0,
            300,
            "NL"
        );
        _told.Add("emerging", "heading=H01 product=cocaine leg=DO>NL", "2023-04-01", "2023-06-30", 100, 80, "NL", 1e-50);
        _told.Add("fading", "heading=H01 product=cocaine leg=CO>NL", "2023-04-01", "2023-06-30", 0, 90, "NL", 1e-12, 0.1);
        Assert.Equal(detour.Id, Assert.Single(_told.Stories()).Lead);
    }

    [Fact]
    public void Two_patterns_of_one_reporter_are_two_stories()
    {
        // Cigarettes and cocaine of the same reporter, half a year apart, no case in common.
        _told.Add("shift", "heading=H02 product=cigarettes reporting_country=NL", "2023-08-28", "2024-12-29", 0, 400, "NL");
        _told.Add("shift", "heading=H01 product=cocaine reporting_country=NL", "2023-04-10", "2024-12-29", 1000, 500, "NL");
        Assert.Equal(2, _told.Stories().Count);
    }

    [Fact]
    public void A_hiding_place_never_seen_and_a_rise_elsewhere_stay_apart_though_they_share_cases()
    {
        // Of the 400 cases that rose at one reporter (30 expected), 60 are of the hiding place: a sixth explains no rise.
        Finding place = _told.Add(
            "novel",
            "heading=H02 product=cigarettes concealment=3.5 mode_of_transport=3",
            "2023-09-20",
            "2024-12-29",
            340,
            120,
            "BE",
            q: null,
            reporters: 11
        );
        Finding same = _told.Add(
            "shift",
            "heading=H02 product=cigarettes concealment=3.5",
            "2023-09-18",
            "2024-12-29",
            340,
            120,
            "BE",
            reporters: 11
        );
        Finding rise = _told.Add(
            "shift",
            "heading=H02 product=cigarettes reporting_country=NL",
            "2023-08-28",
            "2024-12-29",
            0,
            400,
            "NL",
            1e-120,
            expected: 30
        );
        IReadOnlyList<Story> stories = _told.Stories();
        Assert.Equal([place.Id, rise.Id], stories.Select(s => s.Lead).Order(Comparer(place, rise)));
        Assert.Equal([same.Id], stories.Single(s => s.Lead == place.Id).Members);
    }

    [Fact]
    public void What_one_reporter_makes_stands_below_its_artefact_in_every_dimension()
    {
        Finding artefact = _told.Add("reporter_artefact", "reporting_country=CO", "2014-01-06", "2014-12-28", 0, 900, "CO", ratio: 10);
        _told.Add("exceedance", "heading=H01 product=cocaine departure_country=CO", "2014-02-03", "2014-02-09", 100, 90, "CO", 1e-90);
        _told.Add("shift", "heading=H01 origin_country=CO", "2014-01-13", "2014-12-28", 100, 500, "CO", 1e-80);
        Finding spain = _told.Add("exceedance", "heading=H01 leg=CO>ES", "2014-02-03", "2014-02-09", 5000, 40, "ES");
        IReadOnlyList<Story> stories = _told.Stories();
        Assert.Equal(2, stories.Single(s => s.Lead == artefact.Id).Members.Count);
        Assert.Contains(stories, s => s.Lead == spain.Id);
    }

    [Fact]
    public void A_fall_belongs_to_the_reporter_that_fell_silent_and_sent_it_before()
    {
        Finding silent = _told.Add("silent_reporter", "reporting_country=CO", "2016-04-01", "2016-12-31", 0, 0, "CO", q: null);

        // The sources of a fall are those of the year before it.
        Finding fall = _told.Add("shift", "heading=H01", "2016-04-04", "2016-12-25", 0, 900, "CO", ratio: 0.2, expected: 4000);
        Story story = Assert.Single(_told.Stories());
        Assert.Equal((silent.Id, fall.Id), (story.Lead, Assert.Single(story.Members)));
    }

    [Fact]
    public void Nothing_is_chained()
    {
        // The second shares 60 of its 100 cases with the first and 60 with the third; the first and the third share 20 of 100.
        Finding first = _told.Add("shift", "heading=H01 product=cocaine leg=CO>ES", "2024-01-01", "2024-06-30", 0, 100, "ES", 1e-20),
            second = _told.Add(
                "shift",
                "heading=H01 product=cocaine mode_of_transport=1",
                "2024-01-01",
                "2024-06-30",
                40,
                100,
                "PT",
                1e-15
            ),
            third = _told.Add("shift", "heading=H01 product=cocaine concealment=3", "2024-01-01", "2024-06-30", 80, 100, "IT", 1e-10);
        IReadOnlyList<Story> stories = _told.Stories();
        Assert.Equal([second.Id], stories.Single(s => s.Lead == first.Id).Members);
        Assert.Empty(stories.Single(s => s.Lead == third.Id).Members);
    }

    [Fact]
    public void A_burst_is_no_part_of_a_trend_nor_of_a_change_in_another_season()
    {
        _told.Add("trend", "heading=H01 product=mdma", "2020-01-01", "2024-11-30", 0, 900, "ES", 1e-9, 40, 5);
        _told.Add("shift", "heading=H01 product=mdma", "2023-01-02", "2024-12-29", 300, 600, "ES", 1e-8, 2, 5);
        Finding burst = _told.Add(
            "exceedance",
            "heading=H01 product=mdma reporting_country=PT",
            "2024-06-03",
            "2024-06-09",
            800,
            12,
            "PT",
            0.01,
            30
        );
        Assert.Contains(_told.Stories(), s => s.Lead == burst.Id);
    }

    [Fact]
    public void Neighbours_in_time_of_one_subject_are_one_story_whichever_way_they_go()
    {
        _told.Add("shift", "heading=H06 product=quinoline reporting_country=RU", "2013-07-22", "2014-01-05", 0, 119, "RU", 1e-74);
        _told.Add("shift", "heading=H06 product=quinoline reporting_country=RU", "2014-01-06", "2016-07-03", 500, 19, "RU", 1e-60, 0.1);
        _told.Add("shift", "heading=H06 product=quinoline reporting_country=RU", "2016-07-04", "2016-12-25", 600, 108, "RU", 1e-66);
        Assert.Equal(2, Assert.Single(_told.Stories()).Members.Count);
    }

    [Fact]
    public void Opposite_changes_of_parent_and_child_are_two_stories()
    {
        _told.Add("shift", "heading=H01 product=cocaine_type", "2024-01-01", "2024-12-29", 0, 500, "ES", 1e-9, 3, 5);
        _told.Add("shift", "heading=H01 product=cocaine", "2024-01-01", "2024-12-29", 0, 100, "ES", 1e-8, 0.2, 5, 900);
        Assert.Equal(2, _told.Stories().Count);
    }

    [Fact]
    public void Every_finding_is_in_one_story_of_at_most_forty_members_and_the_order_of_the_input_does_not_matter()
    {
        _told.Add("reporter_artefact", "reporting_country=CO", "2014-01-06", "2014-12-28", 0, 9000, "CO", ratio: 10);
        for (int i = 0; i < 100; i++)
            _told.Add(
                i % 3 == 0 ? "exceedance" : "shift",
                string.Create(CultureInfo.InvariantCulture, $"heading=H01 product=p{i % 50} departure_country={(char)('A' + (i % 7))}O"),
                "2014-02-03",
                string.Create(CultureInfo.InvariantCulture, $"2014-0{3 + (i % 5)}-10"),
                i * 10,
                10,
                "CO"
            );
        IReadOnlyList<Story> stories = _told.Stories();
        Assert.All(stories, s => Assert.True(s.Members.Count <= StoryBook.MostMembers));
        List<string> all = [.. stories.SelectMany(s => s.Members.Append(s.Lead))];
        Assert.Equal(all.Count, all.Distinct().Count());
        Assert.Equal(_told.Count, all.Count);
        Assert.Equal(
            stories.Select(s => (s.Id, s.Score, string.Join(',', s.Members))),
            _told.StoriesInReverse().Select(s => (s.Id, s.Score, string.Join(',', s.Members)))
        );

        // What the artefact explains beyond its forty members is an echo still: it stands below the artefact.
        Assert.Equal("reporter_artefact", stories[0].Kind);
    }

    [Fact]
    public void Weak_changes_of_one_reporter_are_put_together_only_where_there_are_more_than_thirty_stories()
    {
        string[] products = [.. Shipped.Lists["products"].Codes.Where(c => c.Parent is null).Select(c => c.Value).Take(35)];
        Assert.Equal(35, products.Length);
        for (int i = 0; i < 30; i++)
            Unrelated(i);
        Assert.Equal(30, _told.Stories().Count);
        for (int i = 30; i < 35; i++)
            Unrelated(i);
        IReadOnlyList<Story> stories = _told.Stories();
        Assert.Equal(30, stories.Count);

        // Each half a year after the one before and of other goods: nothing but the reporter joins them.
        void Unrelated(int i) =>
            _told.Add(
                "shift",
                $"heading=H01 product={products[i]} reporting_country=RU",
                new DateOnly(2000, 1, 3).AddMonths(6 * i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "2020-12-27",
                i * 100,
                50 + i,
                "RU"
            );
    }

    [Fact]
    public void A_hiding_place_seen_in_twenty_cases_leads_however_many_stories_there_are()
    {
        // Thirty-four changes that weigh more, one of them of the same goods and direction: the likeliest to take it in.
        string[] products = [.. Shipped.Lists["products"].Codes.Where(c => c.Parent is null).Select(c => c.Value).Take(34)];
        for (int i = 0; i < products.Length; i++)
            _told.Add(
                "shift",
                $"heading=H02 product={products[i]}",
                new DateOnly(2000, 1, 3).AddMonths(6 * i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                "2020-12-27",
                i * 1000,
                900,
                "RU",
                1e-20,
                reporters: 5
            );
        Finding place = Novel("3.5", "2020-06-01", 90_000, 20),
            few = Novel("5.3", "2020-07-01", 91_000, 9);
        IReadOnlyList<Story> stories = _told.Stories();
        Assert.Contains(stories, s => s.Lead == place.Id);
        Assert.DoesNotContain(stories, s => s.Lead == place.Id && s.Members.Contains(few.Id));

        Finding Novel(string concealment, string from, int first, int cases) =>
            _told.Add(
                "novel",
                $"heading=H02 product={products[0]} concealment={concealment} mode_of_transport=3",
                from,
                "2020-12-27",
                first,
                cases,
                "RU",
                q: null
            );
    }

    [Fact]
    public void A_burst_that_is_surer_than_the_route_it_came_by_leads()
    {
        // Nine of eleven cases came by one leg: q .037 over its quarter, .01 for the week.
        Finding burst = _told.Add(
            "exceedance",
            "heading=H08 product=firearm_parts reporting_country=DE",
            "2024-07-29",
            "2024-08-04",
            0,
            11,
            "DE",
            0.01
        );
        _told.Add("emerging", "heading=H08 product=firearm_parts leg=US>DE", "2024-07-01", "2024-09-30", 0, 9, "DE", 0.037);
        Assert.Equal(burst.Id, Assert.Single(_told.Stories()).Lead);
    }

    [Fact]
    public void Weapons_several_reporters_and_new_things_come_first()
    {
        Finding tobacco = _told.Add(
                "exceedance",
                "heading=H02 product=cigarettes reporting_country=NL",
                "2024-10-07",
                "2024-10-13",
                0,
                20,
                "NL"
            ),
            weapons = _told.Add(
                "exceedance",
                "heading=H08 product=firearm_parts reporting_country=DE",
                "2024-10-07",
                "2024-10-13",
                100,
                20,
                "DE"
            ),
            several = _told.Add("exceedance", "heading=H03 product=spirits", "2024-10-07", "2024-10-13", 200, 20, "DE", reporters: 3),
            old = _told.Add("exceedance", "heading=H05", "2020-10-05", "2020-10-11", 300, 20, "FR"),
            together = _told.Add("association", "concealment=3.3 mode_of_transport=3", "2020-01-06", "2024-12-29", 400, 20, "DE");

        // 15 for independence is as much as for weapons: these two go by id.
        string[] leads = [.. _told.Stories().Select(s => s.Lead)];
        Assert.Equal(new[] { weapons.Id, several.Id }.Order(StringComparer.Ordinal), leads[..2]);
        Assert.Equal([tobacco.Id, old.Id, together.Id], leads[2..]);
    }

    [Fact]
    public void The_id_is_that_of_the_lead_whatever_stands_below_it()
    {
        Finding lead = _told.Add(
            "exceedance",
            "heading=H01 product=mdma reporting_country=PT",
            "2024-06-03",
            "2024-06-09",
            0,
            12,
            "PT",
            1e-9
        );
        string alone = Assert.Single(_told.Stories()).Id;
        _told.Add("exceedance", "heading=H01 product=mdma", "2024-06-03", "2024-06-09", 0, 14, "PT", 1e-3);
        Story story = Assert.Single(_told.Stories());
        Assert.Equal((alone, lead.Id), (story.Id, story.Lead));
        Assert.Single(story.Members);
    }

    [Fact]
    public void Without_findings_there_is_no_story() =>
        Assert.Empty(StoryBook.Of([], new Dictionary<string, FindingSources>(), Shipped.Lists));

    private static Comparer<string> Comparer(params Finding[] order) =>
        Comparer<string>.Create((a, b) => Array.FindIndex(order, f => f.Id == a).CompareTo(Array.FindIndex(order, f => f.Id == b)));
}
