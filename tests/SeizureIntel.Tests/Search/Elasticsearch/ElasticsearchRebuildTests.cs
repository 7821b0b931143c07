using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Settings;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using SeizureIntel.Values;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch;

/// <summary>Several processes over one cluster, years, and rebuilds beside feeding, against a real server.</summary>
public sealed class ElasticsearchRebuildTests(ElasticsearchServer server) : IAsyncLifetime
{
    private static readonly IReadOnlyList<Case> Cases = IndexSample.Cases(30, seed: 5);

    private readonly List<ElasticsearchIndex> _open = [];
    private ElasticsearchOptions? _options;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _options = await server.OptionsAsync();

    public ValueTask DisposeAsync()
    {
        foreach (ElasticsearchIndex index in _open)
            index.Dispose();
        return default;
    }

    [Fact]
    public async Task A_seizure_whose_date_changed_leaves_no_copy_in_the_old_year()
    {
        ElasticsearchIndex index = Open();
        Case one = IndexSample.Plain("moved", new DateOnly(2022, 12, 31));
        await index.FeedAsync([one], Stop);

        await index.FeedAsync([one with { SeizureDate = new SeizureDate(new DateOnly(2023, 1, 1), DatePrecision.Day) }], Stop);

        Tabulation years = await index.TabulateAsync(Reader.Owner, new(SeizureQuery.All, [], Measure.Count, Bucket.Year), Stop);
        Assert.Equal(["2023 = 1 (0)"], years.Rows.Select(NaiveIndex.Text));
    }

    [Fact]
    public async Task A_mended_seizure_that_is_removed_and_fed_as_an_outbox_does_stands_in_its_new_year_alone()
    {
        ElasticsearchIndex index = Open();
        Case one = IndexSample.Plain("mended", new DateOnly(2022, 12, 31));
        Case mended = one with { SeizureDate = new SeizureDate(new DateOnly(2023, 1, 1), DatePrecision.Day) };
        await index.FeedUnmovedAsync([one], Stop);
        await index.RemoveAsync(new Removal("case_id", one.Id), Stop);

        await index.FeedUnmovedAsync([mended], Stop);
        await index.FeedUnmovedAsync([mended], Stop);

        Tabulation years = await index.TabulateAsync(Reader.Owner, new(SeizureQuery.All, [], Measure.Count, Bucket.Year), Stop);
        Assert.Equal(["2023 = 1 (0)"], years.Rows.Select(NaiveIndex.Text));
    }

    [Fact]
    public async Task A_rebuild_that_ends_right_after_its_swap_has_given_another_version_all_the_same()
    {
        ElasticsearchIndex index = Open();
        await index.FeedAsync(Cases, Stop);
        string before = (await index.VersionAsync(Stop))!;
        Assert.Equal(before, await Open().VersionAsync(Stop));

        // What a rebuild does in that moment, by hand: another generation behind the alias, and no note of it.
        string alias = $"{_options!.Prefix}-seizures",
            made = $"{alias}-20240101000000000-abcd-2024";
        using var http = new HttpClient { BaseAddress = _options.Nodes().First() };
        using HttpResponseMessage index2 = await http.PutAsJsonAsync(made, SeizureMapping.Index(_options, isBuilding: false), Stop);
        Assert.True(index2.IsSuccessStatusCode);
        string swap =
            $$$"""{"actions":[{"remove":{"index":"{{{alias}}}-*","alias":"{{{alias}}}"}},{"add":{"index":"{{{made}}}","alias":"{{{alias}}}"}}]}""";
        using HttpResponseMessage swapped = await http.PostAsync(
            "_aliases",
            new StringContent(swap, Encoding.UTF8, "application/json"),
            Stop
        );
        Assert.True(swapped.IsSuccessStatusCode, await swapped.Content.ReadAsStringAsync(Stop));

        Assert.NotEqual(before, await index.VersionAsync(Stop));
    }

    [Fact]
    public async Task What_another_process_feeds_during_a_rebuild_is_not_lost()
    {
        ElasticsearchIndex rebuilding = Open(),
            feeding = Open();
        await rebuilding.FeedAsync([.. Cases.Take(10)], Stop);

        await rebuilding.RebuildAsync(Beside(), Stop);

        Assert.Equal(20, (await Open().StateAsync(Reader.Owner, Stop)).Cases);

        async IAsyncEnumerable<IReadOnlyList<Case>> Beside()
        {
            yield return [.. Cases.Take(10)];
            await feeding.FeedAsync([.. Cases.Skip(10).Take(10)], Stop);
        }
    }

    [Fact]
    public async Task A_second_rebuild_waits_for_its_turn()
    {
        ElasticsearchIndex first = Open(),
            second = Open();
        InvalidOperationException? refused = null;

        await first.RebuildAsync(Beside(), Stop);

        Assert.NotNull(refused);
        Assert.Equal(10, (await second.StateAsync(Reader.Owner, Stop)).Cases);
        await second.RebuildAsync(Of([.. Cases.Take(5)]), Stop);
        Assert.Equal(5, (await first.StateAsync(Reader.Owner, Stop)).Cases);

        async IAsyncEnumerable<IReadOnlyList<Case>> Beside()
        {
            yield return [.. Cases.Take(10)];
            refused = await Assert.ThrowsAsync<InvalidOperationException>(() => second.RebuildAsync(Of([.. Cases]), Stop));
        }
    }

    [Fact]
    public async Task A_rebuild_of_nothing_leaves_an_empty_index()
    {
        ElasticsearchIndex index = Open();
        await index.FeedAsync(Cases, Stop);

        Assert.Equal(0, (await index.RebuildAsync(Of([]), Stop)).Seizures);

        Assert.Equal(new IndexState(0, 0, "0000000000000000"), await index.StateAsync(Reader.Owner, Stop));
        await index.FeedAsync([.. Cases.Take(3)], Stop);
        Assert.Equal(3, (await index.StateAsync(Reader.Owner, Stop)).Cases);
    }

    [Fact]
    public async Task Two_processes_feed_side_by_side()
    {
        ElasticsearchIndex one = Open(),
            other = Open();

        await Task.WhenAll(one.FeedAsync([.. Cases.Take(15)], Stop), other.FeedAsync([.. Cases.Skip(15)], Stop));

        Assert.Equal(30, (await one.StateAsync(Reader.Owner, Stop)).Cases);
        Assert.Equal(await one.StateAsync(Reader.Owner, Stop), await other.StateAsync(Reader.Owner, Stop));
    }

    private ElasticsearchIndex Open()
    {
        var index = new ElasticsearchIndex(_options!, IndexSample.Lists, TimeProvider.System, NullLogger<ElasticsearchIndex>.Instance);
        _open.Add(index);
        return index;
    }

    private static async IAsyncEnumerable<IReadOnlyList<Case>> Of(IReadOnlyList<Case> cases)
    {
        await Task.Yield();
        yield return cases;
    }
}
