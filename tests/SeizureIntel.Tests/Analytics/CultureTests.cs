using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Concealment;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.Analytics.SmallArms;
using SeizureIntel.Analytics.Trends;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Analytics;

/// <summary>Holds for all studies at once what lets their own tests run under one culture only.</summary>
public sealed class CultureTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Whole = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-culture-");
    private readonly EmbeddedIndex _index;

    public CultureTests() => _index = IndexSample.Open(_folder.FullName);

    public async ValueTask InitializeAsync() =>
        await _index.FeedAsync(IndexSample.Cases(1_500, seed: 11), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    // Swedish writes its minus sign, French its thousands, Turkish its I, Arabic its calendar unlike the invariant culture.
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fr-FR")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    public async Task The_studies_say_the_same_in_every_culture(string culture)
    {
        IReadOnlyList<string> expected = await ToldAsync(CultureInfo.InvariantCulture);
        Assert.All(expected, told => Assert.True(told.Length > 1_000, told));
        Assert.Contains(expected, told => told.Contains("\"Method\"", StringComparison.Ordinal));
        Assert.Equal(expected, await ToldAsync(CultureInfo.GetCultureInfo(culture)));
    }

    private async Task<IReadOnlyList<string>> ToldAsync(CultureInfo culture)
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = culture;
        try
        {
            var scope = new StudyScope
            {
                Reader = Reader.Owner,
                Query = SeizureQuery.All,
                ShowAll = true,
            };
            StudyResult[] results =
            [
                await new OverviewStudy(_index, IndexSample.Lists).RunAsync(scope, TestContext.Current.CancellationToken),
                await new CoverageStudy(_index).RunAsync(scope, TestContext.Current.CancellationToken),
                await new TrendStudy(_index, IndexSample.Lists).RunAsync(scope, TestContext.Current.CancellationToken),
                await new SmallArmsStudy(_index, IndexSample.Lists).RunAsync(scope, TestContext.Current.CancellationToken),
                await new RouteStudy(_index, IndexSample.Lists).RunAsync(scope, TestContext.Current.CancellationToken),
                await new ConcealmentStudy(_index, IndexSample.Lists).RunAsync(scope, TestContext.Current.CancellationToken),
            ];
            return [.. results.Select(r => JsonSerializer.Serialize(r, Whole))];
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
