using System;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Overview;

/// <summary>A period that is all there is has no year before it: its latest year is set against the one before.</summary>
public sealed class LatestYearTests : IDisposable
{
    private readonly FedIndex _fed = new();

    public void Dispose() => _fed.Dispose();

    // 20 in the year to 31 March 2024, 40 in the year after it; HR reports in the latest year alone.
    private async Task FeedAsync()
    {
        _fed.Add(20, new DateOnly(2023, 4, 1), 366, c => c);
        _fed.Add(30, new DateOnly(2024, 4, 1), 365, c => c);
        _fed.Add(9, new DateOnly(2024, 4, 1), 300, c => c with { ReportingCountry = new Stated("HR", null) });
        _fed.Add(1, new DateOnly(2025, 3, 31), 1, c => c);
        await _fed.FeedAsync();
    }

    private Task<StudyResult> AskedAsync(string query, int suppressBelow = 0) =>
        new OverviewStudy(_fed.Index, FedIndex.Lists).RunAsync(
            new StudyScope
            {
                Reader = Reader.Owner,
                Query = SeizureQueryJson.Read(query),
                SuppressBelow = suppressBelow,
            },
            TestContext.Current.CancellationToken
        );

    [Fact]
    public async Task All_there_is_sets_its_latest_year_against_the_one_before()
    {
        await FeedAsync();
        StudyResult told = await AskedAsync("{}");
        FigureTable latest = told.Tables.Single(t => t.Id == "latest_year");
        TableRow drugs = Assert.Single(latest.Rows);
        // 40 against 20 is twice as many; ES alone, who reports in every quarter, 31 against 20.
        Assert.Equal(["H01", 40, 20, 1.0], drugs.Cells.Take(4));
        Assert.Equal(0.55, (double)drugs.Cells[6]!, 1e-9);
        Assert.Equal((new DateOnly(2024, 4, 1), new DateOnly(2025, 3, 31)), (drugs.Evidence!.Query.From, drugs.Evidence.Query.To));
        FigureTable figures = told.Tables.Single(t => t.Id == "key_figures");
        Assert.Equal(["seizures", "Seizures", 60, "seizures", null, 1.0], figures.Rows[0].Cells.Take(6));
        Assert.Contains("Changes compare 2024-04-01 to 2025-03-31 with the year before it.", figures.Notes.Select(n => n.Text));
    }

    [Theory]
    [InlineData("""{"from":"2024-04-01"}""", 0)]
    [InlineData("""{"from":"2024-01-01","to":"2024-12-31"}""", 0)]
    // The whole, the latest year and the year before would give back what an open edition keeps.
    [InlineData("{}", 5)]
    public async Task A_period_with_a_year_before_it_or_small_counts_kept_back_has_none(string query, int suppressBelow)
    {
        await FeedAsync();
        Assert.DoesNotContain("latest_year", (await AskedAsync(query, suppressBelow)).Tables.Select(t => t.Id));
    }
}
