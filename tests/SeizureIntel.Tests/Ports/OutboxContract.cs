using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Storage;
using Xunit;

namespace SeizureIntel.Tests.Ports;

/// <summary>What the outbox of every store must do.</summary>
public abstract class OutboxContract
{
    protected ManualClock Clock { get; } = new();

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <inheritdoc cref="SubmissionStoreContract.Open"/>
    protected abstract Store Open();

    [Fact]
    public async Task Batches_come_oldest_first_and_go_when_confirmed()
    {
        Store store = await WithCasesAsync(7);
        Assert.Equal((3, 0), await store.Outbox.CountAsync(Stop));
        int[] sizes = new int[3];
        string[] firsts = new string[3];
        for (int i = 0; i < 3; i++)
        {
            OutboxBatch? batch = await store.Outbox.LeaseAsync(Stop);
            Assert.NotNull(batch);
            Assert.Equal(0, batch.Attempts);
            sizes[i] = batch.Cases.Count;
            firsts[i] = batch.Cases[0].Id;
            await store.Outbox.ConfirmAsync(batch.Id, Stop);
        }

        Assert.Equal([3, 3, 1], sizes);
        Assert.Equal(["case000000000001", "case000000000004", "case000000000007"], firsts);
        Assert.Null(await store.Outbox.LeaseAsync(Stop));
        Assert.Equal((0, 0), await store.Outbox.CountAsync(Stop));
    }

    [Fact]
    public async Task A_leased_batch_is_nobody_elses_until_the_lease_runs_out()
    {
        Store store = await WithCasesAsync(2);
        OutboxBatch? mine = await store.Outbox.LeaseAsync(Stop);
        Assert.Null(await Open().Outbox.LeaseAsync(Stop));
        Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.Null(await Open().Outbox.LeaseAsync(Stop));
        Clock.Advance(TimeSpan.FromSeconds(1));
        OutboxBatch? theirs = await Open().Outbox.LeaseAsync(Stop);
        Assert.Equal((mine!.Id, 1), (theirs!.Id, theirs.Attempts));
    }

    [Fact]
    public async Task A_batch_is_parked_after_its_fifth_failure()
    {
        Store store = await WithCasesAsync(1);
        for (int attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal((1, 0), await store.Outbox.CountAsync(Stop));
            OutboxBatch? batch = await store.Outbox.LeaseAsync(Stop);
            Assert.Equal(attempt, batch!.Attempts);
            await store.Outbox.FailAsync(batch.Id, "index is away", Stop);
        }

        Assert.Null(await store.Outbox.LeaseAsync(Stop));
        Assert.Equal((0, 1), await store.Outbox.CountAsync(Stop));
    }

    [Fact]
    public async Task A_batch_whose_takers_always_die_is_parked()
    {
        Store store = await WithCasesAsync(1);
        for (int attempt = 0; attempt < 5; attempt++)
        {
            Assert.NotNull(await store.Outbox.LeaseAsync(Stop));
            Clock.Advance(TimeSpan.FromMinutes(3));
        }

        Assert.Null(await store.Outbox.LeaseAsync(Stop));
        Assert.Equal((0, 1), await store.Outbox.CountAsync(Stop));
    }

    [Fact]
    public async Task A_batch_given_back_is_free_and_the_attempt_does_not_count()
    {
        Store store = await WithCasesAsync(2);
        for (int i = 0; i < 7; i++)
        {
            OutboxBatch? batch = await Open().Outbox.LeaseAsync(Stop);
            Assert.Equal(0, batch!.Attempts);
            await store.Outbox.ReleaseAsync(batch.Id, Stop);
        }
    }

    [Fact]
    public async Task The_backlog_counts_batches_and_seizures_up_to_a_batch()
    {
        Store store = await WithCasesAsync(7);
        // Seven bare cases of one seizure, in batches of 3, 3 and 1.
        OutboxBacklog all = await store.Outbox.BacklogAsync(long.MaxValue, Stop);
        Assert.Equal((3, 0, 7), (all.Waiting, all.Parked, all.Seizures));
        OutboxBatch? first = await store.Outbox.LeaseAsync(Stop);
        Assert.Equal(new OutboxBacklog(first!.Id, 1, 0, 3), await store.Outbox.BacklogAsync(first.Id, Stop));
        await store.Outbox.ConfirmAsync(first.Id, Stop);
        Assert.Equal(new OutboxBacklog(0, 0, 0, 0), await store.Outbox.BacklogAsync(first.Id, Stop));
        Assert.Equal(new OutboxBacklog(all.LastBatch, 2, 0, 4), await store.Outbox.BacklogAsync(all.LastBatch, Stop));
    }

    [Fact]
    public async Task Clearing_takes_waiting_and_parked_batches_away()
    {
        Store store = await WithCasesAsync(4);
        await store.Outbox.ClearAsync(Stop);
        Assert.Equal((0, 0), await store.Outbox.CountAsync(Stop));
        Assert.Equal(4, (await store.Submissions.StateAsync(Reader.Owner, Stop)).Cases);
    }

    [Fact]
    public async Task Leasers_at_once_share_the_batches_without_overlap()
    {
        Store store = await WithCasesAsync(30);
        OutboxBatch?[] leased = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Task.Run(() => Open().Outbox.LeaseAsync(Stop), Stop))
        );
        Assert.Equal(30, leased.SelectMany(b => b!.Cases).Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_submission_is_searchable_when_it_and_all_before_it_are_confirmed()
    {
        Store store = await WithCasesAsync(4);
        await store.Submissions.SaveBareAsync(Samples.Submission("two"), 100, 2, Stop);
        await store.Submissions.SaveSubmissionAsync(
            Samples.Submission("none"),
            Samples.Chunks(),
            () => Samples.Report(Samples.Submission("none"), 0),
            Stop
        );
        var told = new List<long>();
        while (await store.Outbox.LeaseAsync(Stop) is { } batch)
        {
            told.Add(await store.Outbox.SearchableUpToAsync(Stop));
            await store.Outbox.ConfirmAsync(batch.Id, Stop);
        }

        // Batches of the cases 1-3, 4 and 5-6: the first submission waits for the second batch, the second for the third.
        Assert.Equal([0, 0, 1], told);
        Assert.Equal(3, await store.Outbox.SearchableUpToAsync(Stop));
    }

    [Fact]
    public async Task A_withdrawn_submission_leaves_the_index_and_is_fed_no_more()
    {
        Store store = await WithCasesAsync(4);
        await store.Submissions.SaveBareAsync(Samples.Submission("two"), 100, 2, Stop);
        Assert.True(await store.Submissions.WithdrawAsync(Reader.Owner, "sub-1", Clock.GetUtcNow(), Stop));
        OutboxBatch removal = (await store.Outbox.LeaseAsync(Stop))!;
        Assert.Equal((new Removal("submission", "sub-1"), 0), (removal.Removal, removal.Cases.Count));
        await store.Outbox.ConfirmAsync(removal.Id, Stop);
        OutboxBatch other = (await store.Outbox.LeaseAsync(Stop))!;
        Assert.Null(other.Removal);
        Assert.All(other.Cases, c => Assert.Equal("two", c.SubmissionId));
        await store.Outbox.ConfirmAsync(other.Id, Stop);
        Assert.Null(await store.Outbox.LeaseAsync(Stop));
    }

    [Fact]
    public async Task A_submission_that_the_index_is_taking_is_not_withdrawn_at_that_moment()
    {
        Store store = await WithCasesAsync(4);
        OutboxBatch taken = (await store.Outbox.LeaseAsync(Stop))!;
        await Assert.ThrowsAsync<BusyOutboxException>(() =>
            store.Submissions.WithdrawAsync(Reader.Owner, "sub-1", Clock.GetUtcNow(), Stop)
        );
        await store.Outbox.ConfirmAsync(taken.Id, Stop);
        Assert.True(await store.Submissions.WithdrawAsync(Reader.Owner, "sub-1", Clock.GetUtcNow(), Stop));
    }

    private async Task<Store> WithCasesAsync(int count)
    {
        Store store = Open();
        await store.MigrateAsync(Stop);
        await store.Submissions.SaveBareAsync(Samples.Submission(), 1, count, Stop);
        return store;
    }
}
