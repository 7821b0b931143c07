using System;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Tests.Reporting.Bulletins;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Counting;

public sealed class DisclosureRuleTests
{
    [Fact]
    public void A_single_small_cell_takes_the_next_smallest_with_it()
    {
        // 20 + 9 + 3 = 32: with 3 hidden alone, 32 - 20 - 9 would give it back.
        StudyResult shown = DisclosureRule.Apply(Result(below: 5, ("ES", 20), ("PT", 9), ("FR", 3)));
        Assert.Equal([20, "×", "<5"], shown.Tables[0].Rows.Select(r => r.Cells[1]));
    }

    [Fact]
    public void Two_small_cells_hide_each_other_and_nothing_else()
    {
        StudyResult shown = DisclosureRule.Apply(Result(below: 5, ("ES", 20), ("PT", 2), ("FR", 3)));
        Assert.Equal([20, "<5", "<5"], shown.Tables[0].Rows.Select(r => r.Cells[1]));
    }

    [Fact]
    public void A_hidden_row_gives_its_count_away_nowhere()
    {
        // 3 is below 5 and 9 hides it; the evidence of both would say 3 and 9.
        StudyResult shown = DisclosureRule.Apply(Result(below: 5, ("ES", 20), ("PT", 9), ("FR", 3)));
        Assert.Equal([20, null, null], shown.Tables[0].Rows.Select(r => r.Evidence?.Count));
    }

    [Fact]
    public void Nothing_seized_is_no_secret()
    {
        StudyResult shown = DisclosureRule.Apply(Result(below: 5, ("ES", 20), ("PT", 0)));
        Assert.Equal([20, 0], shown.Tables[0].Rows.Select(r => r.Cells[1]));
    }

    [Fact]
    public void The_owner_sees_everything()
    {
        StudyResult all = Result(below: 0, ("ES", 20), ("FR", 1));
        Assert.Same(all, DisclosureRule.Apply(all));
    }

    [Fact]
    public void Small_cells_that_their_sum_determines_take_another_with_them()
    {
        // 20 + 9 + 1 + 1 = 31: with 2 left for two cells of at least one, both would be known.
        StudyResult shown = DisclosureRule.Apply(Result(below: 5, ("ES", 20), ("IT", 9), ("PT", 1), ("FR", 1)));
        Assert.Equal([20, "×", "<5", "<5"], shown.Tables[0].Rows.Select(r => r.Cells[1]));
    }

    [Fact]
    public void What_a_cut_table_leaves_out_is_no_small_rest()
    {
        // 32 records known and 20 + 9 listed: 3 are left, which the total would give away.
        StudyResult whole = Result(below: 5, ("ES", 20), ("PT", 9));
        StudyResult cut = DisclosureRule.Apply(whole with { Tables = [whole.Tables[0] with { Known = new Known(32, 32) }] });
        Assert.Equal([20, "×"], cut.Tables[0].Rows.Select(r => r.Cells[1]));
    }

    // Hand-worked: 3 known of 32 is small; 30 known leave 2; 20 known leave 12; of 3 records nothing is told.
    [Theory]
    [InlineData(3, 32, 5, 32, "below")]
    [InlineData(30, 32, 27, 32, "above")]
    [InlineData(20, 32, 20, 32, null)]
    [InlineData(32, 32, 32, 32, null)]
    [InlineData(2, 3, 0, 5, "few")]
    public void Neither_what_is_known_nor_what_is_not_known_is_a_small_count(int n, int of, int told, int toldOf, string? bound) =>
        Assert.Equal(new Known(told, toldOf) { Bound = bound }, DisclosureRule.Bounded(new Known(n, of), 5));

    [Fact]
    public void The_totals_of_a_scope_are_counts_too()
    {
        StudyResult few = Result(below: 5, ("ES", 3)) with { Coverage = new ScopeCoverage(1, 1, 2, 3, null) };
        ScopeCoverage told = DisclosureRule.Apply(few).Coverage;
        Assert.Equal((null, null, 1), (told.Cases, told.Seizures, told.Reporters));
    }

    [Fact]
    public void Counts_by_two_dimensions_are_told_in_bands()
    {
        // Row and column totals stand in other tables: exact cells could be subtracted from them.
        StudyResult result = Result(below: 5, ("ES", 20));
        FigureTable strip = result.Tables[0] with
        {
            Columns = [new("reporting_country", "Country"), new("quarter", "Quarter"), new("seizures", "Seizures", "seizures")],
            Rows = [.. new[] { 0, 3, 5, 24, 25, 700, 2000 }.Select(n => new TableRow(["ES", "2024-Q1", n], null))],
        };
        StudyResult shown = DisclosureRule.Apply(result with { Tables = [strip] });
        Assert.Equal([0, "<5", "5–9", "10–24", "25–49", "500–999", "1,000+"], shown.Tables[0].Rows.Select(r => r.Cells[2]));
    }

    [Fact]
    public void A_share_that_gives_a_small_count_back_is_held()
    {
        // A quarter of 12 records is 3; half of 12 is 6.
        StudyResult result = Result(below: 5, ("ES", 20));
        FigureTable measures = result.Tables[0] with
        {
            Columns =
            [
                new("measure", "Measure"),
                new("value", "Value", "unit"),
                new("unit", "Unit"),
                new("n", "n", "records"),
                new("of", "of", "records"),
            ],
            Rows = [new(["marked", 0.25, "share", 12, 20], null), new(["traced", 0.5, "share", 12, 20], null)],
        };
        StudyResult shown = DisclosureRule.Apply(result with { Tables = [measures] });
        Assert.Equal(["×", 0.5], shown.Tables[0].Rows.Select(r => r.Cells[1]));
    }

    [Theory]
    [InlineData("2 of 74 cases hold both", "fewer than 5 of 74 cases hold both")]
    [InlineData("73 of 74 cases hold both", "nearly all of 74 cases hold both")]
    [InlineData("3 of the seizures are exact duplicates", "fewer than 5 of the seizures are exact duplicates")]
    [InlineData("12 of 74 cases, 3 reporters, 2 quarters", "12 of 74 cases, 3 reporters, 2 quarters")]
    public void Counts_within_sentences_are_counts(string text, string told) => Assert.Equal(told, CountsInText.Bounded(text, 5));

    [Fact]
    public void A_heading_held_back_in_one_study_is_held_back_in_all()
    {
        StudyResult overview = Result(below: 5, ("ES", 20));
        FigureTable headings = overview.Tables[0] with
        {
            Id = "headings",
            Columns = [new("heading", "Heading"), new("seizures", "Seizures", "seizures")],
            Rows = [new(["H01", 20], null), new(["H02", 9], null), new(["H03", 3], null)],
        };
        StudyResult told = DisclosureRule.Apply(overview with { Tables = [headings] });
        StudyResult trends = Result(below: 5, ("ES", 20)) with { Tables = [Named("monthly/H01"), Named("monthly/H02")] };
        Assert.Equal(["monthly/H01"], LinkedDisclosure.Apply([told, trends])[1].Tables.Select(t => t.Id));

        FigureTable Named(string id) => overview.Tables[0] with { Id = id };
    }

    // France's 3 are hidden by Portugal's 146, and 149 of 349 are held back: of Portugal at most 145 leave all of one to four for France.
    [Theory]
    [InlineData(61, true)]
    [InlineData(145, true)]
    [InlineData(146, false)]
    [InlineData(149, false)]
    public void A_finding_on_a_part_of_what_is_held_back_is_told(int n, bool isTold)
    {
        StudyResult overview = DisclosureRule.Apply(Result(below: 5, ("ES", 200), ("PT", 146), ("FR", 3)));
        Finding finding = BulletinFixture.Found("exceedance", 0.01, new Known(1000, 1000), n, "cases", 1, ("reporting_country", "PT"));
        StudyResult trends = Result(below: 5, ("ES", 200)) with { Tables = [], Findings = [finding] };
        Assert.Equal(isTold, LinkedDisclosure.Apply([overview, trends])[1].Findings.Count == 1);
    }

    private static StudyResult Result(int below, params (string Country, int Seizures)[] rows) =>
        new()
        {
            Study = "test",
            AsOf = new DateOnly(2024, 12, 31),
            Scope = new StudyScope
            {
                Reader = Reader.Owner,
                Query = SeizureQuery.All,
                SuppressBelow = below,
            },
            Coverage = new ScopeCoverage(3, 3, 32, 32, null),
            Findings = [],
            Tables =
            [
                new FigureTable
                {
                    Id = "reporters",
                    Title = "Reporters",
                    Columns = [new("reporting_country", "Country"), new("seizures", "Seizures", "seizures")],
                    Rows = [.. rows.Select(r => new TableRow([r.Country, r.Seizures], new Evidence(SeizureQuery.All, r.Seizures)))],
                    Known = new Known(rows.Sum(r => r.Seizures), rows.Sum(r => r.Seizures)),
                },
            ],
        };
}
