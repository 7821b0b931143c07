using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Tests.CodeLists;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Coverage;

public sealed class ReportingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-coverage-");
    private readonly EmbeddedIndex _index;

    public ReportingTests() =>
        _index = new EmbeddedIndex(_folder.FullName, CommittedCodeLists.All, TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_reporter_that_stops_is_silent_from_the_month_after_its_last_seizure()
    {
        // ES sends two a week until the end of March 2024, NL all through 2024.
        StudyResult result = await Of([
            .. Weekly("NL", new(2023, 1, 2), new(2024, 12, 30), 2, 5),
            .. Weekly("ES", new(2023, 1, 2), new(2024, 3, 31), 2, 5),
        ]);

        Finding silent = Assert.Single(result.Findings, f => f.Kind == "silent_reporter");
        Assert.Equal(["ES"], silent.Subject["reporting_country"]);
        Assert.Equal(new DateOnly(2024, 4, 1), silent.Period.From);
    }

    [Fact]
    public async Task A_reporter_that_starts_is_new_from_its_first_month()
    {
        StudyResult result = await Of([
            .. Weekly("NL", new(2023, 1, 2), new(2024, 12, 30), 2, 5),
            .. Weekly("ES", new(2024, 2, 5), new(2024, 12, 30), 2, 5),
        ]);

        Finding first = Assert.Single(result.Findings, f => f.Kind == "new_reporter");
        Assert.Equal(new DateOnly(2024, 2, 1), first.Period.From);
    }

    [Fact]
    public async Task A_reporter_is_late_against_its_own_past_and_the_others()
    {
        // ES reported after 5 days until September 2024 and after 60 since; NL always after 5.
        StudyResult result = await Of([
            .. Weekly("NL", new(2023, 1, 2), new(2024, 12, 30), 2, 5),
            .. Weekly("ES", new(2023, 1, 2), new(2024, 9, 29), 2, 5),
            .. Weekly("ES", new(2024, 9, 30), new(2024, 12, 30), 2, 60),
        ]);

        Finding late = Assert.Single(result.Findings, f => f.Kind == "late_reporter");
        Assert.Equal(["ES"], late.Subject["reporting_country"]);
        Assert.Equal(60, late.Figure.Value);
        Assert.Equal(12, late.Effect!.Value);
    }

    [Fact]
    public async Task Without_report_dates_nobody_is_late_and_the_result_says_so()
    {
        StudyResult result = await Of(Weekly("NL", new(2023, 1, 2), new(2024, 12, 30), 2, null));

        Assert.DoesNotContain(result.Findings, f => f.Kind == "late_reporter");
        Assert.Contains(result.NotTestable, n => n.Contains("report dates", StringComparison.Ordinal));
    }

    private static List<Case> Weekly(string reporter, DateOnly from, DateOnly to, int aWeek, int? lag)
    {
        var cases = new List<Case>();
        for (DateOnly monday = from; monday <= to; monday = monday.AddDays(7))
        {
            for (int i = 0; i < aWeek && monday.AddDays(i) <= to; i++)
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"{reporter}-{monday.AddDays(i):yyyyMMdd}");
                cases.Add(
                    new Case
                    {
                        Id = id,
                        SubmissionId = "s",
                        Source = "test",
                        ReportingCountry = new Stated(reporter, null),
                        SeizureDate = new SeizureDate(monday.AddDays(i), DatePrecision.Day),
                        ReportedDate = lag is { } days ? monday.AddDays(i + days) : null,
                        Seizures =
                        [
                            new Seizure
                            {
                                Id = "s-" + id,
                                Row = 2,
                                Heading = new Stated("H01", null),
                                Product = new Stated("cocaine", null),
                                RecordProfile = "STD",
                                CompletenessScore = 50,
                            },
                        ],
                    }
                );
            }
        }

        return cases;
    }

    private async Task<StudyResult> Of(IReadOnlyList<Case> cases)
    {
        await _index.FeedAsync(cases, TestContext.Current.CancellationToken);
        StudyResult result = await new CoverageStudy(_index).RunAsync(
            new StudyScope { Reader = Reader.Owner, Query = SeizureQuery.All },
            TestContext.Current.CancellationToken
        );
        foreach (
            Evidence evidence in result
                .Findings.Select(f => f.Evidence)
                .Concat(result.Tables.SelectMany(t => t.Rows).Select(r => r.Evidence).OfType<Evidence>())
        )
        {
            Assert.Equal(
                evidence.Count,
                (
                    await _index.SearchAsync(
                        Reader.Owner,
                        new SearchRequest { Query = evidence.Query },
                        TestContext.Current.CancellationToken
                    )
                ).Seizures
            );
        }

        return result;
    }
}
