using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Cases;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Storage.Settings;
using SeizureIntel.Storage.Sqlite;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Ports;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Workbench.Submissions;
using Xunit;

namespace SeizureIntel.Tests.Workbench.Submissions;

public sealed class IndexFeederTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-feeder-");
    private readonly Store _store;
    private readonly EmbeddedIndex _index;

    public IndexFeederTests()
    {
        _store = SqliteStore.Open(_folder.FullName, TimeProvider.System, new StorageOptions { OutboxBatchCases = 3, OutboxAttempts = 5 });
        _index = IndexSample.Open(_folder.FullName);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string IndexPath => Path.Combine(_folder.FullName, "index", "index.db");

    public void Dispose()
    {
        _index.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task After_a_drain_store_and_index_hold_the_same()
    {
        await SavedAsync(bare: 7);
        var told = new List<int>();

        int fed = await Feeder().DrainAsync(new Told(told), Stop);

        // Seven bare cases of one seizure and one full case of two, in batches of three cases.
        Assert.Equal(9, fed);
        Assert.Equal([3, 6, 9], told);
        Assert.Equal((0, 0), await _store.Outbox.CountAsync(Stop));
        Assert.Equal(await _store.Submissions.StateAsync(Reader.Owner, Stop), await _index.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task A_batch_the_index_cannot_take_is_parked_and_a_reindex_brings_it_back()
    {
        await SavedAsync(bare: 1);
        var refusing = new WithPause(_index, () => Task.CompletedTask, () => throw new InvalidOperationException("It cannot take this."));

        Assert.Equal(0, await Feeder(refusing).DrainAsync(null, Stop));
        Assert.Equal((0, 1), await _store.Outbox.CountAsync(Stop));

        Assert.Equal(3, (await Feeder().ReindexAsync(Stop)).Seizures);
        Assert.Equal((0, 0), await _store.Outbox.CountAsync(Stop));
        Assert.Equal(await _store.Submissions.StateAsync(Reader.Owner, Stop), await _index.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task An_index_that_cannot_be_read_leaves_all_waiting_and_a_reindex_takes_it()
    {
        await SavedAsync(bare: 1);
        BreakIndex();

        Assert.Equal(0, await Feeder().DrainAsync(null, Stop));
        Assert.Equal((1, 0), await _store.Outbox.CountAsync(Stop));

        Assert.Equal(3, (await Feeder().ReindexAsync(Stop)).Seizures);
        Assert.Equal((0, 0), await _store.Outbox.CountAsync(Stop));
    }

    [Fact]
    public async Task An_index_that_takes_nothing_ends_the_run_and_leaves_the_rest_waiting()
    {
        await SavedAsync(bare: 7);
        BreakIndex();

        await Feeder(mostFailures: 2).DrainAsync(null, Stop);

        Assert.Equal((3, 0), await _store.Outbox.CountAsync(Stop));
    }

    [Fact]
    public async Task Settling_waits_for_a_batch_that_another_holds()
    {
        await SavedAsync(bare: 1);
        OutboxBatch? held = await _store.Outbox.LeaseAsync(Stop);
        Task<int> settling = Feeder().SettleAsync(null, Stop);
        await Task.Delay(300, Stop);
        Assert.False(settling.IsCompleted);

        await _index.FeedAsync(held!.Cases, Stop);
        await _store.Outbox.ConfirmAsync(held.Id, [], Stop);

        Assert.Equal(0, await settling);
        Assert.Equal(await _store.Submissions.StateAsync(Reader.Owner, Stop), await _index.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task Settling_says_how_many_seizures_another_holds_that_does_not_move()
    {
        await SavedAsync(bare: 7);
        // The first batch of three cases, a seizure each, is held by somebody who never comes back; this process cannot know.
        await _store.Outbox.LeaseAsync(Stop);
        Assert.Equal(3, await Feeder(patienceSeconds: 0).SettleAsync(null, Stop));
        Assert.Equal((1, 0), await _store.Outbox.CountAsync(Stop));
    }

    [Fact]
    public async Task Settling_says_how_many_seizures_an_index_does_not_take()
    {
        await SavedAsync(bare: 7);
        BreakIndex();
        Assert.Equal(9, await Feeder(mostFailures: 2).SettleAsync(null, Stop));
    }

    [Fact]
    public async Task An_index_that_is_away_is_waited_for_once_and_then_asked_once_a_file()
    {
        await SavedAsync(bare: 7);
        int asked = 0;
        var feeder = new IndexFeeder(
            _store.Submissions,
            _store.Outbox,
            new WithPause(
                _index,
                () => Task.CompletedTask,
                () =>
                {
                    asked++;
                    throw new IndexUnavailableException("nobody answers", DateTimeOffset.UnixEpoch, null);
                }
            ),
            new FeedingOptions { BackOffSeconds = 0.1, UnavailableSeconds = 3 },
            TimeProvider.System,
            NullLogger<IndexFeeder>.Instance
        );
        long start = Stopwatch.GetTimestamp();
        Assert.Equal(9, await feeder.SettleAsync(null, Stop));

        // Pauses of 0.1, 0.2, 0.4, 0.8 s, and 1.6 that would end after 3 s at the latest where no time went by otherwise.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 1.4, 30);
        Assert.InRange(asked, 2, 6);
        asked = 0;
        Assert.Equal(9, await feeder.SettleAsync(null, Stop));
        Assert.Equal(1, asked);

        // No batch is worse for it: the index takes everything as soon as it answers.
        Assert.Equal((3, 0), await _store.Outbox.CountAsync(Stop));
        Assert.Equal(0, (await _store.Outbox.LeaseAsync(Stop))!.Attempts);
    }

    [Fact]
    public async Task Settling_does_not_wait_for_what_is_committed_meanwhile()
    {
        await SavedAsync(bare: 1);
        bool isSaved = false;
        var feeder = new IndexFeeder(
            _store.Submissions,
            _store.Outbox,
            new WithPause(_index, () => Task.CompletedTask, SaveLateAsync),
            new FeedingOptions(),
            TimeProvider.System,
            NullLogger<IndexFeeder>.Instance
        );
        Assert.Equal(0, await feeder.SettleAsync(null, Stop));
        Assert.True(isSaved);

        // Another holds what came late.
        async Task SaveLateAsync()
        {
            if (isSaved)
                return;
            isSaved = true;
            await _store.Submissions.SaveBareAsync(Samples.Submission("sub-late"), 500, 2, Stop);
            while (await _store.Outbox.LeaseAsync(Stop) is not null) { }
        }
    }

    [Fact]
    public async Task A_run_that_is_stopped_gives_back_what_it_holds()
    {
        await SavedAsync(bare: 11);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var feeder = new IndexFeeder(
            _store.Submissions,
            _store.Outbox,
            new WithPause(_index, () => Task.CompletedTask, () => stop.CancelAsync()),
            new FeedingOptions(),
            TimeProvider.System,
            NullLogger<IndexFeeder>.Instance
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => feeder.DrainAsync(null, stop.Token));

        // At once, although the leases of this living process have two minutes to go.
        await Feeder().DrainAsync(null, Stop);
        Assert.Equal((0, 0), await _store.Outbox.CountAsync(Stop));
        Assert.Equal(await _store.Submissions.StateAsync(Reader.Owner, Stop), await _index.StateAsync(Reader.Owner, Stop));
    }

    [Fact]
    public async Task What_is_committed_during_a_reindex_is_not_lost()
    {
        await SavedAsync(bare: 4);
        await Feeder().DrainAsync(null, Stop);
        Submission late = Samples.Submission("sub-late");
        bool isSaved = false;
        var feeder = new IndexFeeder(
            _store.Submissions,
            _store.Outbox,
            new WithPause(_index, SaveLateAsync),
            new FeedingOptions(),
            TimeProvider.System,
            NullLogger<IndexFeeder>.Instance
        );

        await feeder.ReindexAsync(Stop);

        Assert.True(isSaved);
        Assert.Equal(await _store.Submissions.StateAsync(Reader.Owner, Stop), await _index.StateAsync(Reader.Owner, Stop));
        Assert.Equal((0, 0), await _store.Outbox.CountAsync(Stop));

        async Task SaveLateAsync()
        {
            await _store.Submissions.SaveBareAsync(late, 500, 2, Stop);
            isSaved = true;
        }
    }

    private IndexFeeder Feeder(ISeizureIndex? index = null, int mostFailures = 10, double patienceSeconds = 150) =>
        new(
            _store.Submissions,
            _store.Outbox,
            index ?? _index,
            new FeedingOptions
            {
                BackOffSeconds = 0.01,
                UnavailableSeconds = 1,
                MostFailures = mostFailures,
                PatienceSeconds = patienceSeconds,
            },
            TimeProvider.System,
            NullLogger<IndexFeeder>.Instance
        );

    private async Task SavedAsync(int bare)
    {
        await _store.MigrateAsync(Stop);
        Submission submission = Samples.Submission();
        Case[] cases = [.. Enumerable.Range(0, bare).Select(n => Samples.Bare(n, submission)), Samples.Full(900, submission)];
        await _store.Submissions.SaveSubmissionAsync(
            submission,
            Samples.Chunks(cases),
            () => Samples.Report(submission, cases.Length),
            Stop
        );
    }

    private void BreakIndex()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(IndexPath)!);
        File.WriteAllText(IndexPath, new string('x', 8192));
    }

    private sealed class Told(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }

    // The real index, with something happening in the moment after a rebuild read the store, or before a batch is fed.
    private sealed class WithPause(ISeizureIndex index, Func<Task> after, Func<Task>? before = null) : ISeizureIndex
    {
        public Task PrepareAsync(int seizures, CancellationToken cancellationToken) => index.PrepareAsync(seizures, cancellationToken);

        public async Task<IReadOnlyList<RefusedSeizure>> FeedAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken)
        {
            if (before is not null)
                await before();
            cancellationToken.ThrowIfCancellationRequested();
            return await index.FeedAsync(cases, cancellationToken);
        }

        public async Task<RebuiltIndex> RebuildAsync(IAsyncEnumerable<IReadOnlyList<Case>> cases, CancellationToken cancellationToken)
        {
            RebuiltIndex built = await index.RebuildAsync(cases, cancellationToken);
            await after();
            return built;
        }

        public Task<SearchResult> SearchAsync(Reader reader, SearchRequest request, CancellationToken cancellationToken) =>
            index.SearchAsync(reader, request, cancellationToken);

        public Task<IReadOnlyList<WordSuggestion>> SuggestAsync(Reader reader, string text, CancellationToken cancellationToken) =>
            index.SuggestAsync(reader, text, cancellationToken);

        public Task<Tabulation> TabulateAsync(Reader reader, TabulationRequest request, CancellationToken cancellationToken) =>
            index.TabulateAsync(reader, request, cancellationToken);

        public IAsyncEnumerable<SeizureBatch> ReadAsync(
            Reader reader,
            SeizureQuery query,
            IReadOnlyList<string> fields,
            CancellationToken cancellationToken
        ) => index.ReadAsync(reader, query, fields, cancellationToken);

        public Task RemoveAsync(Removal removal, CancellationToken cancellationToken) => index.RemoveAsync(removal, cancellationToken);

        public Task<string?> VersionAsync(CancellationToken cancellationToken) => index.VersionAsync(cancellationToken);

        public Task<IndexState> StateAsync(Reader reader, CancellationToken cancellationToken) =>
            index.StateAsync(reader, cancellationToken);
    }
}
