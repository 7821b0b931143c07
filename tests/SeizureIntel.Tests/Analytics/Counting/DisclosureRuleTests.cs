using System;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Queries;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Counting;

public sealed class DisclosureRuleTests
{
    [Fact]
    public void A_single_small_cell_takes_the_next_smallest_with_it()
    {
        // 20 + 9 + 3 = 32: with 3 hidden alone, 32 - 20 - 9 would give it back.
        StudyResult shown = DisclosureRule.Apply(Result(below: 5, ("ES", 20), ("PT", 9), ("FR", 3)));
        Assert.Equal([20, null, "<5"], shown.Tables[0].Rows.Select(r => r.Cells[1]));
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

    private static StudyResult Result(int below, params (string Country, int Seizures)[] rows) =>
        new()
        {
            Study = "test",
            AsOf = new DateOnly(2024, 12, 31),
            Scope = new StudyScope { Query = SeizureQuery.All, SuppressBelow = below },
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
                    Known = new Known(32, 32),
                },
            ],
        };
}
