using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Trends;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Trends;

public sealed class TrendStudyTests(PlantedRegion region) : IClassFixture<PlantedRegion>
{
    [Fact]
    public async Task A_burst_of_one_reporter_is_an_exceedance_of_its_week()
    {
        Finding burst = Assert.Single(await Of("exceedance"), f => Is(f, "product", "cocaine") && Is(f, "reporting_country", "DE"));

        Assert.Equal(PlantedRegion.Monday(PlantedRegion.BurstWeek), burst.Period.From);
        Assert.Equal(PlantedRegion.Monday(PlantedRegion.BurstWeek).AddDays(6), burst.Period.To);
        Assert.True(burst.N >= 12);
        Assert.Contains("single reporter", burst.Caveats.Select(c => c.Text));
    }

    [Fact]
    public async Task A_lasting_rise_of_one_trade_is_a_shift_dated_within_a_month()
    {
        Finding shift = Assert.Single(await Of("shift"), f => Is(f, "product", "cigarettes") && Is(f, "reporting_country", "NL"));

        Assert.InRange(shift.Period.From.DayNumber - PlantedRegion.Monday(PlantedRegion.ShiftWeek).DayNumber, -28, 28);

        // From 1.2 to 6.2 cases a week.
        Assert.InRange(6.2 / 1.2, shift.Effect!.Low!.Value, shift.Effect.High!.Value);
    }

    [Fact]
    public async Task A_reporter_that_sends_three_times_as_much_of_everything_is_an_artefact_and_nothing_else()
    {
        Finding artefact = Assert.Single(await Of("reporter_artefact"));

        Assert.Equal(["BE"], artefact.Subject["reporting_country"]);
        Assert.InRange(artefact.Period.From.DayNumber - PlantedRegion.Monday(PlantedRegion.ArtefactWeek).DayNumber, -28, 28);
        Assert.InRange(3, artefact.Effect!.Low!.Value, artefact.Effect.High!.Value);
        Assert.DoesNotContain((await All()).Findings, f => f.Kind is "shift" or "trend" && Is(f, "reporting_country", "BE"));
        // Every language can say it.
        Assert.Single(artefact.Caveats, c =>
            c.Template.StartsWith("quantity of {0} a week ({1}): {2:0.##} before", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Weapons_are_left_to_their_own_study() => Assert.DoesNotContain((await All()).Findings, f => Is(f, "heading", "H08"));

    [Fact]
    public async Task What_is_steady_is_not_flagged()
    {
        // Planted: a burst in DE, a shift in NL, reporting of BE. At q = 0.10 one chance finding may stand among them.
        IEnumerable<Finding> other = (await All()).Findings.Where(f =>
            !Is(f, "reporting_country", "BE")
            && !Is(f, "reporting_country", "NL")
            && !Is(f, "reporting_country", "DE")
            && !Is(f, "product", "cigarettes")
            && !Is(f, "heading", "H02")
            && !f.Subject.Values.Any(v => v[0].Contains("NL", StringComparison.Ordinal))
        );

        Assert.InRange(other.Count(), 0, 1);
    }

    [Fact]
    public async Task Every_finding_and_row_is_what_its_search_returns() => await region.EvidenceHolds(await All());

    [Fact]
    public async Task A_scope_of_one_reporter_and_quarter_tells_only_of_it()
    {
        DateOnly from = PlantedRegion.Monday(PlantedRegion.BurstWeek - 6),
            to = PlantedRegion.Monday(PlantedRegion.BurstWeek + 5).AddDays(6);
        StudyResult result = await Run(new SeizureQuery { From = from, To = to }.With("reporting_country", "DE"));

        await region.EvidenceHolds(result);
        Assert.Contains(result.Findings, f => f.Kind == "exceedance" && Is(f, "product", "cocaine"));
        Assert.All(result.Findings.Where(f => f.Kind == "exceedance"), f => Assert.InRange(f.Period.To, from, to));
    }

    [Fact]
    public async Task Two_runs_give_the_same_findings_in_the_same_order()
    {
        StudyResult one = await All(),
            other = await Run(SeizureQuery.All);

        Assert.Equal(one.Findings.Select(f => (f.Id, f.P, f.Q, f.Rank)), other.Findings.Select(f => (f.Id, f.P, f.Q, f.Rank)));
    }

    private static bool Is(Finding finding, string field, string code) =>
        finding.Subject.TryGetValue(field, out IReadOnlyList<string>? codes) && codes.Contains(code);

    private Task<StudyResult> All() => region.Trends;

    private async Task<IReadOnlyList<Finding>> Of(string kind) => [.. (await All()).Findings.Where(f => f.Kind == kind)];

    private Task<StudyResult> Run(SeizureQuery query) =>
        new TrendStudy(region.Index, PlantedRegion.Lists).RunAsync(
            new StudyScope { Reader = Reader.Owner, Query = query },
            TestContext.Current.CancellationToken
        );
}
