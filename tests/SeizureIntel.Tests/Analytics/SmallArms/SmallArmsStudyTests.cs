using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.SmallArms;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Tests.Analytics.Trends;
using Xunit;

namespace SeizureIntel.Tests.Analytics.SmallArms;

public sealed class SmallArmsStudyTests(PlantedRegion region) : IClassFixture<PlantedRegion>
{
    [Fact]
    public async Task A_burst_of_pistols_is_an_exceedance()
    {
        Finding burst = Assert.Single((await Run()).Findings, f => f.Kind == "exceedance" && Has(f, "reporting_country", "ES"));

        Assert.Equal(PlantedRegion.Monday(PlantedRegion.BurstWeek), burst.Period.From);
    }

    [Fact]
    public async Task Cash_found_with_half_of_the_pistols_is_poly_crime()
    {
        Finding cash = Assert.Single((await Run()).Findings, f => f.Kind == "poly_crime" && Has(f, "case_headings", "H09"));

        Assert.True(cash.Q < 0.001);
        Assert.True(cash.Effect!.Low > 1);
    }

    [Fact]
    public async Task The_share_of_obliterated_marks_is_of_the_weapons_whose_marking_is_known()
    {
        Finding share = Assert.Single((await Run()).Findings, f => f.Kind == "composition" && Has(f, "marking_status", "OBLITERATED"));

        // Every pistol line has a marking; the figure is n over known.
        Assert.Equal(share.Known.Of, share.Known.N);
        Assert.Equal((double)share.N / share.Known.N, share.Figure.Value, 12);
    }

    [Fact]
    public async Task Two_pistols_a_line_and_a_second_line_in_every_ninth_case_are_between_two_and_four_weapons_a_case()
    {
        Finding weapons = Assert.Single((await Run()).Findings, f => f.Kind == "weapons_per_case");

        Assert.Equal(2, weapons.Effect!.Value);
        Assert.InRange(weapons.Figure.Value, 2, 4);
    }

    [Fact]
    public async Task The_assessment_has_its_four_rows_and_says_what_is_missing()
    {
        FigureTable table = Assert.Single((await Run()).Tables, t => t.Id == "isacs_8_5");

        Assert.Equal(["a", "b", "c", "d"], table.Rows.Select(r => (string)r.Cells[0]!));
        Assert.StartsWith("Conviction missing in", $"{table.Rows[3].Cells[6]}", System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interceptions_are_told_apart_by_weapons_agency_strategy_and_equipment_with_what_nobody_stated()
    {
        StudyResult result = await Run();
        double cases = System.Convert.ToDouble(result.Tables.Single(t => t.Id == "isacs_8_5").Rows[0].Cells[2], null);
        ILookup<string, double> asked = result
            .Tables.Single(t => t.Id == "isacs_8_5_a")
            .Rows.ToLookup(r => (string)r.Cells[0]!, r => System.Convert.ToDouble(r.Cells[2], null));

        Assert.Equal(["Weapons on the occasion", "Agency", "Strategy", "Equipment or technique"], asked.Select(g => g.Key));
        // Every interception stands in one row at least of each; in one alone where a case has one value.
        Assert.Equal(cases, asked["Weapons on the occasion"].Sum());
        Assert.All(asked, g => Assert.True(g.Sum() >= cases, g.Key));
    }

    [Fact]
    public async Task Every_finding_and_row_is_what_its_search_returns() => await region.EvidenceHolds(await Run());

    private static bool Has(Finding finding, string field, string code) =>
        finding.Subject.TryGetValue(field, out IReadOnlyList<string>? codes) && codes.Contains(code);

    private Task<StudyResult> Run() =>
        new SmallArmsStudy(region.Index, PlantedRegion.Lists).RunAsync(
            new StudyScope { Reader = Reader.Owner, Query = SeizureQuery.All },
            TestContext.Current.CancellationToken
        );
}
