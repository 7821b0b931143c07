using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Cases;
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

/// <summary>A submission that goes to the index while the store writes it.</summary>
public sealed class StagedSubmissionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("seizureintel-staging-");
    private readonly Store _store;
    private readonly EmbeddedIndex _index;

    public StagedSubmissionTests()
    {
        _store = SqliteStore.Open(_folder.FullName, TimeProvider.System, new StorageOptions { OutboxBatchCases = 3 });
        _index = IndexSample.Open(_folder.FullName);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _index.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_index_holds_what_the_store_committed_and_the_outbox_nothing()
    {
        await SaveAsync(_index, c => c);
        Assert.Equal((0, 0), await _store.Outbox.CountAsync(Stop));
        Assert.Equal(await _store.Submissions.StateAsync(Reader.Owner, Stop), await _index.StateAsync(Reader.Owner, Stop));
        // Seven bare cases of one seizure and a full one of two.
        Assert.Equal(9, (await _index.StateAsync(Reader.Owner, Stop)).Seizures);
    }

    [Fact]
    public async Task Where_staging_breaks_off_all_waits_in_the_outbox()
    {
        int added = 0;
        await SaveAsync(_index, c => ++added == 3 ? throw new InvalidOperationException("The disk of the index is full.") : c);
        await WaitingAndThenFedAsync();
    }

    [Fact]
    public async Task What_mends_other_rows_waits_in_the_outbox()
    {
        await SaveAsync(_index, c => c, replaces: ["item000000000999"]);
        await WaitingAndThenFedAsync();
    }

    [Fact]
    public async Task What_the_store_did_not_take_is_in_no_answer()
    {
        await Assert.ThrowsAsync<InvalidDataException>(() => SaveAsync(_index, c => c, broken: new InvalidDataException("Half a file.")));
        Assert.Equal(0, (await _index.StateAsync(Reader.Owner, Stop)).Seizures);
        Assert.Equal((0, 0), await _store.Outbox.CountAsync(Stop));
        await SaveAsync(_index, c => c);
        Assert.Equal(await _store.Submissions.StateAsync(Reader.Owner, Stop), await _index.StateAsync(Reader.Owner, Stop));
    }

    private async Task WaitingAndThenFedAsync()
    {
        Assert.Equal((3, 0), await _store.Outbox.CountAsync(Stop));
        Assert.Equal(0, (await _index.StateAsync(Reader.Owner, Stop)).Seizures);
        var feeder = new IndexFeeder(
            _store.Submissions,
            _store.Outbox,
            _index,
            new FeedingOptions(),
            TimeProvider.System,
            NullLogger<IndexFeeder>.Instance
        );
        Assert.Equal(0, await feeder.SettleAsync(null, Stop));
        Assert.Equal(await _store.Submissions.StateAsync(Reader.Owner, Stop), await _index.StateAsync(Reader.Owner, Stop));
    }

    private async Task SaveAsync(
        EmbeddedIndex index,
        Func<IReadOnlyList<Case>, IReadOnlyList<Case>> tagged,
        IReadOnlyList<string>? replaces = null,
        Exception? broken = null
    )
    {
        await _store.MigrateAsync(Stop);
        Submission submission = Samples.Submission();
        Case[] cases = [.. Enumerable.Range(0, 7).Select(n => Samples.Bare(n, submission)), Samples.Full(900, submission)];
        await using var staged = new StagedSubmission(index, _store.Outbox, tagged, NullLogger.Instance);
        await _store.Submissions.SaveSubmissionAsync(
            submission,
            staged.Along(Chunks(), Stop),
            () => Samples.Report(submission, cases.Length),
            Stop
        );
        await staged.PublishAsync(submission.Id, null, Stop);

        async IAsyncEnumerable<SubmissionChunk> Chunks()
        {
            await foreach (SubmissionChunk chunk in Samples.Chunks(cases))
                yield return chunk;
            if (broken is not null)
                throw broken;
            if (replaces is not null)
                yield return new SubmissionChunk([], [], []) { Replaces = replaces };
        }
    }
}
