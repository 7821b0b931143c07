using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Trends;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Tests.CodeLists;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Trends;

/// <summary>Four years of weekly counts of six reporters and five kinds of goods in an embedded index; what is planted is written where it is
/// planted.</summary>
public sealed class PlantedRegion : IAsyncLifetime
{
    public const int WeekCount = 208;
    public const int BurstWeek = 190;
    public const int ShiftWeek = 140;
    public const int ArtefactWeek = 150;

    private static readonly (string Heading, string Product, double Rate)[] Goods =
    [
        ("H01", "cannabis_herb", 1.5),
        ("H01", "cocaine", 0.2),
        ("H02", "cigarettes", 1.2),
        ("H03", "spirits", 1.0),
        ("H09", "banknotes", 0.8),
        ("H11", "waste", 0.7),
        ("H08", "pistol", 0.4),
    ];

    private static readonly string[] Reporters = ["AR", "BE", "BR", "DE", "ES", "NL"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-trends-");

    private Task<StudyResult>? _trends;

    public EmbeddedIndex Index { get; private set; } = null!;

    public static CodeListSet Lists => CommittedCodeLists.All;

    /// <summary>Monday of a week; the first is 6 January 2020.</summary>
    public static DateOnly Monday(int week) => new DateOnly(2020, 1, 6).AddDays(7 * week);

    public async ValueTask InitializeAsync()
    {
        Index = new EmbeddedIndex(_folder.FullName, Lists, TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);
        await Index.FeedAsync(Cases(), CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        Index.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The trends of the whole region; counted once.</summary>
    public Task<StudyResult> Trends =>
        _trends ??= new TrendStudy(Index, Lists).RunAsync(
            new StudyScope { Reader = Reader.Owner, Query = SeizureQuery.All },
            CancellationToken.None
        );

    /// <summary>Holds every finding and every row of a result to a search.</summary>
    public async Task EvidenceHolds(StudyResult result)
    {
        foreach (
            Evidence evidence in result
                .Findings.Select(f => f.Evidence)
                .Concat(result.Tables.SelectMany(t => t.Rows).Select(r => r.Evidence).OfType<Evidence>())
        )
        {
            SearchResult found = await Index.SearchAsync(
                Reader.Owner,
                new SearchRequest { Query = evidence.Query },
                CancellationToken.None
            );
            Assert.Equal(evidence.Count, found.Seizures);
        }
    }

    private static List<Case> Cases()
    {
        var random = new Random(7);
        var cases = new List<Case>();
        for (int week = 0; week < WeekCount; week++)
        {
            foreach (string reporter in Reporters)
            {
                foreach ((string heading, string product, double rate) in Goods)
                {
                    double mean = rate;

                    // BE sends three times as many of everything from a week on.
                    if (reporter == "BE" && week >= ArtefactWeek)
                        mean *= 3;

                    // NL finds five more cigarette cases a week from a week on.
                    if (reporter == "NL" && product == "cigarettes" && week >= ShiftWeek)
                        mean += 5;
                    int count = Poisson(mean, random);

                    // DE finds twelve more cocaine cases and ES nine more pistols in one week.
                    if (week == BurstWeek && reporter == "DE" && product == "cocaine")
                        count += 12;
                    if (week == BurstWeek && reporter == "ES" && product == "pistol")
                        count += 9;
                    for (int i = 0; i < count; i++)
                        cases.Add(Made(cases.Count, reporter, heading, product, Monday(week).AddDays(random.Next(7)), random));
                }
            }
        }

        return cases;
    }

    private static Case Made(int number, string reporter, string heading, string product, DateOnly day, Random random)
    {
        List<Seizure> lines = [Line(number, 0, heading, product)];

        // A second line of the same goods: a case counts once. And half of the pistols are found with cash.
        if (number % 9 == 0)
            lines.Add(Line(number, 1, heading, product));
        if (product == "pistol" && random.Next(2) == 0)
            lines.Add(Line(number, 2, "H09", "banknotes"));
        return new Case
        {
            Id = $"case-{number:000000}",
            SubmissionId = "s",
            Source = "test",
            ReportingCountry = new Stated(reporter, null),
            SeizureDate = new SeizureDate(day, DatePrecision.Day),
            Legs =
            [
                new RouteLeg(LegRole.Departure, new Stated("CO", null), default),
                new RouteLeg(LegRole.Destination, new Stated(reporter, null), default),
            ],
            Concealments = number % 3 == 0 ? [new(new Stated("5.1", null), default, default)] : [],
            Seizures = lines,
        };
    }

    private static Seizure Line(int number, int line, string heading, string product) =>
        new()
        {
            Id = $"s-{number:000000}-{line}",
            Row = number + 2,
            Heading = new Stated(heading, null),
            Product = new Stated(product, null),
            Quantity = new Quantity(2, product is "pistol" or "banknotes" ? "H87" : "KGM"),
            MarkingStatus = product == "pistol" ? new Stated(number % 4 == 0 ? "OBLITERATED" : "UNIQUE", null) : default,
            RecordProfile = "STD",
            CompletenessScore = 50,
        };

    private static int Poisson(double mean, Random random)
    {
        int count = 0;
        for (double product = random.NextDouble(), limit = Math.Exp(-mean); product > limit; product *= random.NextDouble())
            count++;
        return count;
    }
}
