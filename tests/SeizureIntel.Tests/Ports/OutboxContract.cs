using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Storage.Keeping;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Storage;
using SeizureIntel.Values;
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
            await store.Outbox.ConfirmAsync(batch.Id, [], Stop);
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
    public async Task What_is_staged_is_held_from_the_commit_on_and_goes_once_the_index_holds_it()
    {
        Store store = await WithCasesAsync(2);
        await SaveStagedAsync(store, "sub-2", 3, 4);
        Assert.Equal("case000000000001", (await store.Outbox.LeaseAsync(Stop))!.Cases[0].Id);
        Assert.Null(await store.Outbox.LeaseAsync(Stop));
        // Nobody changes what the index is about to get as it was.
        await Assert.ThrowsAsync<BusyOutboxException>(() =>
            store.Submissions.WithdrawAsync(Reader.Owner, "sub-2", Clock.GetUtcNow(), Stop)
        );
        // Cases 3 to 6 make two batches; that of cases 1 and 2 is leased and not theirs.
        Assert.Equal((3, 0), await store.Outbox.CountAsync(Stop));
        await store.Outbox.EndStagedAsync("sub-2", true, Stop);
        Assert.Equal((1, 0), await store.Outbox.CountAsync(Stop));
        Assert.True(await store.Submissions.WithdrawAsync(Reader.Owner, "sub-2", Clock.GetUtcNow(), Stop));
    }

    [Fact]
    public async Task What_was_staged_in_vain_comes_as_if_it_had_not_been()
    {
        Store store = await WithCasesAsync(0);
        await SaveStagedAsync(store, "sub-2", 1, 4);
        Assert.Null(await store.Outbox.LeaseAsync(Stop));
        await store.Outbox.EndStagedAsync("sub-2", false, Stop);
        OutboxBatch? first = await store.Outbox.LeaseAsync(Stop);
        Assert.Equal(("case000000000001", 0), (first!.Cases[0].Id, first.Attempts));
    }

    [Fact]
    public async Task What_was_changed_after_the_lease_comes_again()
    {
        Store store = await WithCasesAsync(0);
        await SaveStagedAsync(store, "sub-2", 1, 4);
        Clock.Advance(TimeSpan.FromSeconds(121));
        Assert.True(await store.Submissions.FlagAsync(Reader.Owner, "item000000000001", ["quantity"], Stop));
        await store.Outbox.EndStagedAsync("sub-2", true, Stop);
        // Of the batches of three and one, the changed one waits.
        OutboxBatch? again = await store.Outbox.LeaseAsync(Stop);
        Assert.Equal(["quantity"], again!.Cases[0].Seizures[0].OutlierFlags);
        Assert.Null(await store.Outbox.LeaseAsync(Stop));
    }

    [Fact]
    public async Task What_is_staged_while_a_removal_waits_comes_again_after_it()
    {
        Store store = await WithCasesAsync(2);
        Assert.True(await store.Submissions.WithdrawAsync(Reader.Owner, "sub-1", Clock.GetUtcNow(), Stop));
        await SaveStagedAsync(store, "sub-2", 3, 2);
        await store.Outbox.EndStagedAsync("sub-2", true, Stop);
        Assert.Equal("sub-1", (await store.Outbox.LeaseAsync(Stop))!.Removal!.Value);
        Assert.Equal("case000000000003", (await store.Outbox.LeaseAsync(Stop))!.Cases[0].Id);
    }

    [Fact]
    public async Task Where_the_last_chunk_is_not_staged_nothing_is_held()
    {
        Store store = await WithCasesAsync(0);
        await SaveStagedAsync(store, "sub-2", 1, 4, isLastStaged: false);
        Assert.NotNull(await store.Outbox.LeaseAsync(Stop));
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
        await store.Outbox.ConfirmAsync(first.Id, [], Stop);
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
            await store.Outbox.ConfirmAsync(batch.Id, [], Stop);
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
        // As long as nobody has confirmed it, what is fed may stand in the index under another date.
        OutboxBatch early = (await store.Outbox.LeaseAsync(Stop))!;
        Assert.True(early.MayHaveMoved);
        await store.Outbox.ReleaseAsync(early.Id, Stop);
        await store.Outbox.ConfirmAsync(removal.Id, [], Stop);
        OutboxBatch other = (await store.Outbox.LeaseAsync(Stop))!;
        Assert.Equal((null, false), (other.Removal, other.MayHaveMoved));
        await store.Outbox.FailAsync(other.Id, "The index was away.", Stop);
        other = (await store.Outbox.LeaseAsync(Stop))!;
        Assert.True(other.MayHaveMoved);
        Assert.All(other.Cases, c => Assert.Equal("two", c.SubmissionId));
        await store.Outbox.ConfirmAsync(other.Id, [], Stop);
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
        await store.Outbox.ConfirmAsync(taken.Id, [], Stop);
        Assert.True(await store.Submissions.WithdrawAsync(Reader.Owner, "sub-1", Clock.GetUtcNow(), Stop));
    }

    [Fact]
    public async Task Seizures_that_the_index_refused_are_parked_one_by_one_and_the_rest_of_the_batch_goes()
    {
        Store store = await WithCasesAsync(4);
        await ConfirmedAsync(store, Misfit(2));
        await ConfirmedAsync(store);

        ParkedSeizure parked = Assert.Single(await store.Outbox.RefusedAsync(Reader.Owner, Stop));
        Assert.Equal(new(Misfit(2), 1, Clock.GetUtcNow(), Clock.GetUtcNow().AddHours(1)), parked);
        Assert.Equal((0, 0), await store.Outbox.CountAsync(Stop));
        OutboxBacklog left = await store.Outbox.BacklogAsync(long.MaxValue, Stop);
        Assert.Equal((0, 1, 1), (left.Seizures, left.Refused, left.NotSearchable));
        Assert.Equal(4, (await store.Submissions.StateAsync(Reader.Owner, Stop)).Seizures);
        IndexState inIndex = await store.Submissions.StateInIndexAsync(Reader.Owner, Stop);
        Assert.Equal((3, 3), (inIndex.Seizures, inIndex.Cases));
        Assert.Equal(1, await store.Outbox.SearchableUpToAsync(Stop));
    }

    [Fact]
    public async Task A_case_with_a_refused_and_another_seizure_is_in_the_index()
    {
        Store store = Open();
        await store.MigrateAsync(Stop);
        Submission submission = Samples.Submission();
        await store.Submissions.SaveSubmissionAsync(
            submission,
            Samples.Chunks(Samples.Full(1, submission)),
            () => Samples.Report(submission, 1),
            Stop
        );
        await ConfirmedAsync(store, new RefusedSeizure("full00000001-1", "document_parsing_exception", null));
        IndexState all = await store.Submissions.StateAsync(Reader.Owner, Stop),
            inIndex = await store.Submissions.StateInIndexAsync(Reader.Owner, Stop);
        Assert.Equal((2, 1), (all.Seizures, all.Cases));
        Assert.Equal((1, 1), (inIndex.Seizures, inIndex.Cases));
        Assert.NotEqual(all.Checksum, inIndex.Checksum);
    }

    [Fact]
    public async Task A_refused_seizure_comes_again_after_an_hour_then_two_then_four_and_at_most_a_day()
    {
        Store store = await WithCasesAsync(2);
        await ConfirmedAsync(store, Misfit(1));
        foreach (int hours in new[] { 1, 2, 4, 8, 16, 24, 24 })
        {
            Clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
            Assert.Null(await store.Outbox.LeaseAsync(Stop));
            Clock.Advance(TimeSpan.FromSeconds(1));
            OutboxBatch again = (await store.Outbox.LeaseAsync(Stop))!;
            Assert.Equal(["case000000000001"], again.Cases.Select(c => c.Id));
            Assert.Null(await Open().Outbox.LeaseAsync(Stop));
            await store.Outbox.ConfirmAsync(again.Id, [Misfit(1)], Stop);
        }

        Assert.Equal(8, Assert.Single(await store.Outbox.RefusedAsync(Reader.Owner, Stop)).Attempts);
    }

    [Fact]
    public async Task What_the_index_takes_at_last_is_refused_no_more()
    {
        Store store = await WithCasesAsync(7);
        await ConfirmedAsync(store, Misfit(1), Misfit(3));
        await ConfirmedAsync(store);
        await ConfirmedAsync(store, Misfit(7));
        Clock.Advance(TimeSpan.FromHours(1));

        // Cases 1 to 3 in one batch, since no more than a batch lies between them; case 7 in another.
        await ConfirmedAsync(store, Misfit(3));
        await ConfirmedAsync(store);
        Assert.Null(await store.Outbox.LeaseAsync(Stop));
        Assert.Equal([Misfit(3)], (await store.Outbox.RefusedAsync(Reader.Owner, Stop)).Select(r => r.Refused));
    }

    [Fact]
    public async Task A_rebuild_says_anew_what_is_refused_but_not_of_what_was_refused_since_it_began()
    {
        Store store = await WithCasesAsync(4);
        await ConfirmedAsync(store, Misfit(1), Misfit(2));
        Clock.Advance(TimeSpan.FromMinutes(1));
        DateTimeOffset began = Clock.GetUtcNow();
        await ConfirmedAsync(store, Misfit(4));
        await store.Outbox.ReplaceRefusedAsync([Misfit(2) with { Field = "unit" }], began, Stop);
        Assert.Equal(
            [(Misfit(2) with { Field = "unit" }, 2), (Misfit(4), 1)],
            (await store.Outbox.RefusedAsync(Reader.Owner, Stop)).Select(r => (r.Refused, r.Attempts))
        );
    }

    [Fact]
    public async Task What_is_withdrawn_is_refused_no_more_and_nobody_sees_what_they_may_not()
    {
        Store store = await WithCasesAsync(2);
        await ConfirmedAsync(store, Misfit(1));
        Assert.Empty(await store.Outbox.RefusedAsync(Reader.Of(Marking.Red, ["FR"]), Stop));
        Assert.True(await store.Submissions.WithdrawAsync(Reader.Owner, "sub-1", Clock.GetUtcNow(), Stop));
        Assert.Empty(await store.Outbox.RefusedAsync(Reader.Owner, Stop));
        Assert.Equal(0, (await store.Outbox.BacklogAsync(long.MaxValue, Stop)).Refused);
    }

    private static RefusedSeizure Misfit(int number) => new($"item{number:D12}", "document_parsing_exception", "quantity");

    private static async Task ConfirmedAsync(Store store, params RefusedSeizure[] refused)
    {
        OutboxBatch batch = (await store.Outbox.LeaseAsync(Stop))!;
        await store.Outbox.ConfirmAsync(batch.Id, refused, Stop);
    }

    private static async Task SaveStagedAsync(Store store, string id, int from, int count, bool isLastStaged = true)
    {
        Submission submission = Samples.Submission(id);
        await store.Submissions.SaveSubmissionAsync(submission, Chunks(), () => Samples.Report(submission, count), Stop);

        async IAsyncEnumerable<SubmissionChunk> Chunks()
        {
            await Task.Yield();
            foreach (int number in Enumerable.Range(from, count))
                yield return new SubmissionChunk([Samples.Bare(number, submission)], [], [])
                {
                    IsStaged = isLastStaged || number < from + count - 1,
                };
        }
    }

    private async Task<Store> WithCasesAsync(int count)
    {
        Store store = Open();
        await store.MigrateAsync(Stop);
        await store.Submissions.SaveBareAsync(Samples.Submission(), 1, count, Stop);
        return store;
    }
}
