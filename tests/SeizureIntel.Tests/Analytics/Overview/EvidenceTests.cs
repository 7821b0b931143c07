using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Analytics.Overview;

public sealed class EvidenceTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-evidence-");
    private readonly EmbeddedIndex _index;

    public EvidenceTests() => _index = IndexSample.Open(_folder.FullName);

    public static TheoryData<string> Scopes { get; } =
    [
        """{}""",
        """{"from":"2024-03-10","to":"2024-09-20"}""",
        """{"where":{"product":["COC"],"reporting_country":["ES","PT"]}}""",
        """{"where":{"concealment":["5"]},"ceiling":"TLP:AMBER"}""",
    ];

    public async ValueTask InitializeAsync() =>
        await _index.FeedAsync(IndexSample.Cases(600, seed: 5), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Every_figure_finds_exactly_the_records_it_counts(string query)
    {
        var scope = new StudyScope
        {
            Reader = Reader.Owner,
            Query = SeizureQueryJson.Read(query),
            ShowAll = true,
        };
        StudyResult[] results =
        [
            await new OverviewStudy(_index, IndexSample.Lists).RunAsync(scope, TestContext.Current.CancellationToken),
            await new CoverageStudy(_index).RunAsync(scope, TestContext.Current.CancellationToken),
        ];
        List<Evidence> all =
        [
            .. results.SelectMany(r => r.Findings).Select(f => f.Evidence),
            .. results.SelectMany(r => r.Tables).SelectMany(t => t.Rows).Select(r => r.Evidence).OfType<Evidence>(),
        ];
        Assert.True(all.Count > 50, $"only {all.Count} figures have evidence");
        foreach (Evidence evidence in all)
        {
            SearchResult found = await _index.SearchAsync(
                Reader.Owner,
                new SearchRequest { Query = evidence.Query, Size = 0 },
                TestContext.Current.CancellationToken
            );
            Assert.True(
                evidence.Count == found.Seizures,
                $"{evidence.Count} told, {found.Seizures} found: {SeizureQueryJson.Write(evidence.Query)}"
            );
        }
    }

    [Fact]
    public async Task Monthly_counts_agree_with_the_tabulation()
    {
        StudyResult overview = await new OverviewStudy(_index, IndexSample.Lists).RunAsync(
            new StudyScope { Reader = Reader.Owner, Query = SeizureQuery.All },
            TestContext.Current.CancellationToken
        );
        Tabulation counted = await _index.TabulateAsync(
            Reader.Owner,
            new TabulationRequest(SeizureQuery.All, [], Measure.Count, Bucket.Month),
            TestContext.Current.CancellationToken
        );
        Dictionary<string, double> byMonth = counted.Rows.Where(r => char.IsDigit(r.Key[0][0])).ToDictionary(r => r.Key[0], r => r.Value);
        Dictionary<string, double> shown = overview
            .Tables.Single(t => t.Id == "monthly")
            .Rows.Where(r => (int)r.Cells[1]! > 0)
            .ToDictionary(r => (string)r.Cells[0]!, r => (double)(int)r.Cells[1]!);
        Assert.Equal(byMonth, shown);
    }
}
