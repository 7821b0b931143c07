using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Reporting.Bulletins;

public sealed class BulletinBuilderTests
{
    private static readonly BulletinBuilder Builder = new(BulletinFixture.Codes);

    [Fact]
    public void The_bottom_line_holds_at_most_five_stories_that_are_strong_and_known()
    {
        // Six strong findings of six kinds about six headings, of which one is known in 29 % of its records, and one that is not strong.
        Finding[] findings =
        [
            .. new[] { "exceedance", "shift", "trend", "emerging", "fading", "novel" }.Select(
                (kind, i) =>
                    BulletinFixture.Found(
                        kind,
                        0.01 * (i + 1),
                        kind == "shift" ? new Known(29, 100) : new Known(30, 100),
                        40,
                        "seizures",
                        3,
                        ("heading", $"H0{i + 1}")
                    )
            ),
            BulletinFixture.Found("hub", 0.11, new Known(100, 100), 40, "seizures", 3, ("heading", "H01")),
        ];
        Bulletin bulletin = Builder.Build(BulletinFixture.Request, [BulletinFixture.Study("trends", findings)]);
        Assert.Equal(5, bulletin.BottomLine.Count);
        Assert.DoesNotContain(bulletin.BottomLine, s =>
            s.Subject.Contains("frequent", StringComparison.Ordinal) || s.Subject.Contains("crossing", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_bottom_line_tells_a_story_once_and_says_what_else_shows_it()
    {
        Finding lead = BulletinFixture.Found(
                "exceedance",
                0.001,
                new Known(40, 40),
                40,
                "cases",
                3,
                ("heading", "H01"),
                ("product", "heroin")
            ),
            child = BulletinFixture.Found(
                "exceedance",
                0.02,
                new Known(20, 40),
                20,
                "cases",
                1,
                ("heading", "H01"),
                ("product", "heroin"),
                ("reporting_country", "PE")
            );
        Bulletin bulletin = Builder.Build(BulletinFixture.Request, [BulletinFixture.Study("trends", [lead, child])]);
        BulletinStatement only = Assert.Single(bulletin.BottomLine);
        Assert.StartsWith("Seizures of heroin were far above the usual level", only.Subject, StringComparison.Ordinal);
        Assert.Contains("also seen as Heroin · reported by Peru", only.Also, StringComparison.Ordinal);
    }

    [Fact]
    public void When_nothing_stands_out_the_bottom_line_says_so()
    {
        Bulletin bulletin = Builder.Build(
            BulletinFixture.Request,
            [
                BulletinFixture.Study(
                    "trends",
                    [BulletinFixture.Found("exceedance", 0.2, new Known(9, 10), 40, "seizures", 3, ("heading", "H01"))]
                ),
            ]
        );
        BulletinStatement only = Assert.Single(bulletin.BottomLine);
        Assert.Equal("Nothing stands out", only.Subject);
        Assert.Contains("2,617", only.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_data_every_part_is_there_and_says_that_it_is_empty()
    {
        Bulletin bulletin = Builder.Build(
            BulletinFixture.Request,
            [.. BulletinFixture.Studies.Select(s => BulletinFixture.Nothing(s.Study))]
        );
        Assert.Equal("Nothing was reported", Assert.Single(bulletin.BottomLine).Subject);
        Assert.Equal(
            ["coverage", "key-figures", "reporting", "picture", "salw", "requests", "method", "annex"],
            bulletin.Sections.Select(s => s.Id)
        );
        Assert.All(bulletin.Sections.Single(s => s.Id == "picture").Blocks, b => Assert.NotNull(b.Nil));
        Assert.Contains(bulletin.Sections.Single(s => s.Id == "salw").Blocks, b =>
            b.Nil!.StartsWith("Nil return", StringComparison.Ordinal)
        );
        Assert.Empty(bulletin.Charts);
        Assert.Empty(bulletin.Figures);
    }

    [Fact]
    public void A_heading_has_a_page_with_thirty_seizures_or_with_a_finding()
    {
        // In the fixture: H01 2,431 and H02 117 and H09 48 seizures; H08 21 with a finding.
        Bulletin bulletin = Builder.Build(BulletinFixture.Request, BulletinFixture.Studies);
        Assert.Equal(
            ["heading-H01", "heading-H02", "heading-H08", "heading-H09"],
            bulletin.Sections.Where(s => s.Id.StartsWith("heading-", StringComparison.Ordinal)).Select(s => s.Id)
        );
        Bulletin without = Builder.Build(BulletinFixture.Request, [.. BulletinFixture.Studies.Where(s => s.Study != "small-arms")]);
        Assert.DoesNotContain(without.Sections, s => s.Id == "heading-H08");
    }

    [Fact]
    public void A_chart_of_which_less_than_30_percent_is_known_says_so_on_itself()
    {
        // 0.62 of 2,431 is 1,507; 0.2 of 2,431 is 486.
        Bulletin known = Builder.Build(BulletinFixture.Request, BulletinFixture.Studies);
        Assert.Null(known.Charts.Single(c => c.Id == "flows-H01").Note);
        Bulletin unknown = Builder.Build(BulletinFixture.Request, BulletinFixture.StudiesWithKnownRoutes(0.2));
        Assert.Equal("known 486 of 2,431", unknown.Charts.Single(c => c.Id == "flows-H01").Note);
    }

    [Fact]
    public void The_coverage_box_names_who_could_have_reported_and_did_not()
    {
        BulletinBlock box = Builder.Build(BulletinFixture.Request, BulletinFixture.Studies).Sections[0].Blocks[0];
        string Fact(string name) => box.Facts!.Single(f => f.Name == name).Value.Text;
        Assert.Equal("7 of 12 countries of the region; 5 in every quarter of the period", Fact("Reporters"));
        Assert.Equal("BO, GY, Paraguay, SR, UY", Fact("No report in the period"));
        Assert.Equal("14\u00a0seizures are marked above the ceiling of this product", Fact("Left out by marking"));
        // 700, 1617 and 300 of 2617
        Assert.Equal("minimum 27\u00a0%, less than minimum 62\u00a0%, standard 11\u00a0%", Fact("Record profile"));
    }

    [Fact]
    public void Every_figure_has_its_query_and_each_query_stands_once()
    {
        Bulletin bulletin = Builder.Build(BulletinFixture.Request, BulletinFixture.Studies);
        HashSet<string> evidence = [.. bulletin.Evidence.Select(e => e.Id)];
        Assert.All(bulletin.Figures, f => Assert.Contains(f.EvidenceId, evidence));
        Assert.Equal(bulletin.Evidence.Count, bulletin.Evidence.Select(e => e.QueryJson).Distinct().Count());
        Assert.All(bulletin.Evidence, e => Assert.Equal($"./run search --query '{e.QueryJson}'", e.Command));
    }

    [Fact]
    public void A_figure_of_the_year_before_links_to_the_query_of_that_year()
    {
        Bulletin bulletin = Builder.Build(BulletinFixture.Request, BulletinFixture.Studies);
        BulletinFigure before = bulletin.Figures.First(f => f.Label == "Headings · Drugs · Seizures a year before");
        Assert.Equal("2,190", before.Text);
        Assert.Contains(
            "\"from\":\"2012-01-01\",\"to\":\"2012-12-31\"",
            bulletin.Evidence.Single(e => e.Id == before.EvidenceId).QueryJson,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_the_tables_suppress_stays_suppressed_in_figures_and_in_the_annex()
    {
        var scope = new StudyScope
        {
            Reader = Reader.Owner,
            Query = BulletinFixture.Studies[0].Scope.Query,
            SuppressBelow = 5,
        };
        StudyResult overview = BulletinFixture.Studies[0];
        FigureTable reporters = overview.Tables.Single(t => t.Id == "reporters");
        // Chile's 3 seizures
        FigureTable suppressed = reporters with
        {
            Rows = [.. reporters.Rows.Select(r => (string)r.Cells[0]! == "CL" ? r with { Cells = ["CL", "<5", "<5", null] } : r)],
        };
        StudyResult audience = overview with
        {
            Scope = scope,
            Tables = [.. overview.Tables.Select(t => t.Id == "reporters" ? suppressed : t)],
        };
        Bulletin bulletin = Builder.Build(BulletinFixture.Request with { Marking = Marking.Green }, [audience]);
        BulletinFigure chile = bulletin.Figures.First(f => f.Label == "Reporting countries · Chile · Seizures");
        Assert.Equal("<5", chile.Text);
        Assert.Null(chile.Value);
        Assert.Null(bulletin.Evidence.Single(e => e.Id == chile.EvidenceId).Count);
    }

    [Fact]
    public void The_id_does_not_depend_on_the_day_of_issue()
    {
        string id = Builder.Build(BulletinFixture.Request, BulletinFixture.Studies).Id;
        Assert.Equal(id, Builder.Build(BulletinFixture.Request with { IssuedOn = new DateOnly(2020, 1, 1) }, BulletinFixture.Studies).Id);
        Assert.NotEqual(id, Builder.Build(BulletinFixture.Request with { Marking = Marking.Red }, BulletinFixture.Studies).Id);
    }
}
