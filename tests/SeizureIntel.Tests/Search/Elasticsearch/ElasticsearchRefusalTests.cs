using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Cases;
using SeizureIntel.Readers;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Settings;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Workbench.Mapping;
using SeizureIntel.Workbench.State;
using SeizureIntel.Workbench.Submissions;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch;

/// <summary>Seizures that do not fit the mapping, on SQLite and a real server: the others go through, and these are listed and come again.</summary>
public sealed class ElasticsearchRefusalTests(ElasticsearchServer server) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-refused-");
    private readonly ManualClock _clock = new();
    private ElasticsearchOptions? _options;
    private ElasticsearchIndex? _index;
    private Store? _store;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ElasticsearchIndex Index => _index!;

    private Store Store => _store!;

    public async ValueTask InitializeAsync()
    {
        _options = await server.OptionsAsync();
        _index = new ElasticsearchIndex(_options, IndexSample.Lists, TimeProvider.System, NullLogger<ElasticsearchIndex>.Instance);
        _store = SqliteStore.Open(_folder.FullName, _clock, new StorageOptions { OutboxBatchCases = 100 });
        await _store.MigrateAsync(Stop);
    }

    public ValueTask DisposeAsync()
    {
        _index?.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        return default;
    }

    [Fact]
    public async Task What_does_not_fit_is_parked_by_id_type_and_field_and_comes_again()
    {
        // Forty bare cases of 2023 and one of 2024 with two seizures: an index of 2024 where quantities are dates refuses those two.
        Submission submission = Samples.Submission();
        Case[] cases = [.. Enumerable.Range(0, 40).Select(n => Samples.Bare(n, submission)), Samples.Full(900, submission)];
        await Store.Submissions.SaveSubmissionAsync(submission, Samples.Chunks(cases), () => Samples.Report(submission, 41), Stop);
        await MakeMisfitAsync(2024, "quantity");

        Assert.Equal(2, await Feeder().SettleAsync(null, Stop));

        Assert.Equal((0, 0), await Store.Outbox.CountAsync(Stop));
        Assert.Equal(40, (await Index.StateAsync(Reader.Owner, Stop)).Seizures);
        VerifyAnswer verified = await VerifyAsync();
        Assert.False(verified.Ok);
        Assert.Equal(
            [("full00000900-0", "quantity", 1), ("full00000900-1", "quantity", 1)],
            verified.Refused.Select(r => (r.Id, r.Field, r.Attempts))
        );
        Assert.All(verified.Refused, r => Assert.EndsWith("_exception", r.ErrorType, StringComparison.Ordinal));
        Assert.All(verified.Refused, r => Assert.Equal(_clock.GetUtcNow().AddHours(1), r.NextAttemptAt));

        // The one problem is theirs: of the rest, store and index agree. The quantity that was refused stands nowhere.
        string problem = Assert.Single(verified.Problems);
        Assert.Contains("at quantity (2)", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("12345", JsonSerializer.Serialize(verified), StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, await Feeder().SettleAsync(null, Stop));
        Assert.All((await VerifyAsync()).Refused, r => Assert.Equal(2, r.Attempts));

        RebuiltIndex built = await Feeder().ReindexAsync(Stop);
        Assert.Equal((42, 0), (built.Seizures, built.Refused.Count));
        Assert.True((await VerifyAsync()).Ok);
    }

    [Fact]
    public async Task No_earlier_version_of_what_is_refused_is_left()
    {
        Submission submission = Samples.Submission();
        Case full = Samples.Full(1, submission);
        await MakeMisfitAsync(2024, "quantity");
        Case plain = full with { Seizures = [full.Seizures[0] with { Quantity = null }] };
        Assert.Empty(await Index.FeedAsync([plain], Stop));
        Assert.Equal(1, (await Index.StateAsync(Reader.Owner, Stop)).Seizures);

        Assert.Equal([full.Seizures[0].Id], (await Index.FeedAsync([full with { Seizures = [full.Seizures[0]] }], Stop)).Select(r => r.Id));

        Assert.Equal(0, (await Index.StateAsync(Reader.Owner, Stop)).Seizures);
    }

    // The index of a year as an operator's hand or another version may have left it: behind the alias, one field of another type.
    private async Task MakeMisfitAsync(int year, string field)
    {
        JsonObject body = SeizureMapping.Index(_options!, isBuilding: false);
        body["mappings"]!["properties"]![field] = new JsonObject { ["type"] = "date", ["format"] = "strict_date" };
        body["aliases"] = new JsonObject { [$"{_options!.Prefix}-seizures"] = new JsonObject() };
        using var http = new HttpClient { BaseAddress = _options.Nodes().First() };
        HttpResponseMessage made = await http.PutAsJsonAsync($"{_options.Prefix}-seizures-20240101000000000-abcd-{year}", body, Stop);
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync(Stop));
    }

    private IndexFeeder Feeder() =>
        new(Store.Submissions, Store.Outbox, Index, new FeedingOptions(), TimeProvider.System, NullLogger<IndexFeeder>.Instance);

    private Task<VerifyAnswer> VerifyAsync() =>
        new StateDesk(Store.Submissions, Store.Outbox, Index, Store.Audit, AnswerMappings.Of(null).CreateMapper()).VerifyAsync(
            Reader.Owner,
            Stop
        );
}
