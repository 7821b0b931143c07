using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Analytics;

/// <summary>A real index in a folder of its own, with code lists that have parents.</summary>
internal sealed class FedIndex : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-study-");
    private readonly List<Case> _cases = [];

    public FedIndex() => Index = new EmbeddedIndex(_folder.FullName, Lists, TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);

    public static CodeListSet Lists { get; } =
        new([
            List(
                "countries",
                [
                    .. new[] { "CO", "ES", "PT", "MA", "NL", "DE", "HR", "EC", "DO", "BE", "TR", "BG", "FR", "IT" }.Select(c =>
                        (c, (string?)null)
                    ),
                ]
            ),
            List("headings", [("H01", null), ("H02", null)]),
            List(
                "products",
                [
                    ("cannabis", null),
                    ("cannabis_herb", "cannabis"),
                    ("cannabis_resin", "cannabis"),
                    ("cocaine", null),
                    ("cigarettes", null),
                    ("spirits", null),
                    ("pills", null),
                ]
            ),
            List("concealment", [("1", null), ("3", null), ("3.3", "3"), ("3.4", "3"), ("3.5", "3"), ("5", null), ("5.4", "5")]),
            List("concealment_how", [("PURPOSE_BUILT", null), ("MIXED", null)]),
            List("mode_of_transport", [("1", null), ("3", null), ("32", "3"), ("4", null)]),
        ]);

    public EmbeddedIndex Index { get; }

    public void Dispose()
    {
        Index.Dispose();
        _folder.Delete(recursive: true);
    }

    public void Add(int count, DateOnly from, int days, Func<Case, Case> shape)
    {
        for (int i = 0; i < count; i++)
        {
            string id = $"{_cases.Count:00000}";
            var plain = new Case
            {
                Id = "case-" + id,
                SubmissionId = "submission",
                Source = "test",
                ReportingCountry = new Stated("ES", null),
                Country = new Stated("ES", null),
                SeizureDate = new SeizureDate(from.AddDays(i * days / count), DatePrecision.Day),
                Seizures =
                [
                    new Seizure
                    {
                        Id = id,
                        Row = 2,
                        RecordProfile = "MIN",
                        CompletenessScore = 50,
                        Heading = new Stated("H01", null),
                        Product = new Stated("cocaine", null),
                    },
                ],
            };
            _cases.Add(shape(plain));
        }
    }

    public async Task FeedAsync() => await Index.FeedAsync(_cases, TestContext.Current.CancellationToken);

    public async Task EachIsFoundAsync(IReadOnlyList<Finding> findings)
    {
        Assert.NotEmpty(findings);
        foreach (Finding finding in findings)
        {
            SearchResult found = await Index.SearchAsync(
                Reader.Owner,
                new SearchRequest { Query = finding.Evidence.Query, Size = 0 },
                TestContext.Current.CancellationToken
            );
            Assert.True(
                found.Seizures == finding.Evidence.Count,
                $"{finding.Kind} {string.Join(' ', finding.Subject.Select(s => s.Key + "=" + string.Join(',', s.Value)))}: "
                    + $"{found.Seizures} found, {finding.Evidence.Count} told."
            );
        }
    }

    public static Case Goods(Case of, string heading, string product) =>
        of with
        {
            Seizures = [of.Seizures[0] with { Heading = new Stated(heading, null), Product = new Stated(product, null) }],
        };

    public static Case Way(Case of, string reporter, params string[] stations) =>
        of with
        {
            ReportingCountry = new Stated(reporter, null),
            Country = new Stated(stations[^1], null),
            Legs =
            [
                .. stations.Select(
                    (s, i) =>
                        new RouteLeg(
                            i == 0 ? LegRole.Departure
                                : i == stations.Length - 1 ? LegRole.Destination
                                : LegRole.Transit,
                            new Stated(s, null),
                            default
                        )
                ),
            ],
        };

    private static CodeList List(string name, (string Code, string? Parent)[] rows) =>
        new(
            name,
            [
                .. rows.Select(r => new Code(
                    r.Code,
                    r.Parent,
                    new Dictionary<string, string> { ["en"] = r.Code },
                    new Dictionary<string, string>()
                )),
            ],
            []
        );
}
