using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using SeizureIntel.Cases;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>Carries what the store committed to the index: batch by batch from the outbox, or everything anew.</summary>
/// <param name="submissions">The truth.</param>
/// <param name="outbox">What of it the index has not confirmed.</param>
/// <param name="index">What is fed.</param>
/// <param name="options">How often and after what pause a failed batch is tried again.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Takes what an operator should know.</param>
/// <param name="programmes">Tags what is fed; null for no tags.</param>
public sealed class IndexFeeder(
    ISubmissionStore submissions,
    IOutbox outbox,
    ISeizureIndex index,
    FeedingOptions options,
    TimeProvider time,
    ILogger<IndexFeeder> log,
    ProgrammeTags? programmes = null
)
{
    // A load of more leaves more behind than it costs to give back.
    private const int ManySeizures = 50_000;

    // Batches outlive the collections of young objects and would wait for a full one.
    private const int BatchesACollection = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long _gaveUpAt;

    // What became of a batch.
    private enum Outcome
    {
        Fed,
        Failed,
        Unreachable,
    }

    /// <summary>Makes the index ready for what a file that is being read will bring.</summary>
    /// <param name="cancellationToken">Stops.</param>
    public Task PrepareAsync(CancellationToken cancellationToken) => index.PrepareAsync(0, cancellationToken);

    /// <summary>Begins to take the cases of one submission to the index while they are stored.</summary>
    internal StagedSubmission Stage() => new(index, outbox, Tagged, log);

    /// <summary>Feeds every waiting batch and waits for those that other processes hold, until all that is committed now is searchable.</summary>
    /// <param name="progress">Told the seizures fed so far after each batch; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two batches or attempts; what was fed stays fed.</param>
    /// <returns>Seizures committed before the call that the index has not confirmed: 0 unless it cannot be reached or takes nothing, batches are parked,
    /// it refused seizures, or a process that this machine cannot see holds a batch longer than
    /// <see cref="FeedingOptions.PatienceSeconds"/>.</returns>
    public async Task<int> SettleAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        OutboxBacklog backlog = await outbox.BacklogAsync(long.MaxValue, cancellationToken);
        long last = backlog.LastBatch;
        if (last == 0 && backlog.Refused > 0)
        {
            // What was refused may be due.
            await DrainAsync(progress, cancellationToken);
            backlog = await outbox.BacklogAsync(long.MaxValue, cancellationToken);
        }

        if (last == 0)
            return backlog.NotSearchable;
        // The index takes the room that reading and storing needed.
        if (backlog.Seizures > ManySeizures)
            Leftovers.GiveBack();
        // An index that cannot be opened says so when it is fed.
        await index.PrepareAsync(backlog.Seizures, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        long moved = time.GetTimestamp();
        int waiting = int.MaxValue;
        bool isAsked = false;
        while (true)
        {
            (_, bool isBroken) = await FeedWaitingAsync(progress, cancellationToken);
            OutboxBacklog left = await outbox.BacklogAsync(last, cancellationToken);
            if (left.Waiting < waiting)
                (waiting, moved) = (left.Waiting, time.GetTimestamp());
            double still = time.GetElapsedTime(moved).TotalSeconds;

            // Another process may be waiting for an index that nobody reaches: then there is no more to wait for.
            if (!isBroken && !isAsked && waiting > 0 && still > options.UnavailableSeconds)
                (isAsked, isBroken) = (true, !await IsReachableAsync(cancellationToken));
            if (waiting == 0 || isBroken || still > options.PatienceSeconds)
            {
                if (left.NotSearchable > 0)
                    log.NotSearchable(left.NotSearchable);
                return left.NotSearchable;
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Feeds every waiting batch; one that fails again and again is left in the outbox with its error, and the others go on.</summary>
    /// <param name="progress">Told the seizures fed so far after each batch; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two batches or attempts; what was fed stays fed.</param>
    /// <returns>Seizures fed.</returns>
    public async Task<int> DrainAsync(IProgress<int>? progress, CancellationToken cancellationToken) =>
        (await FeedWaitingAsync(progress, cancellationToken)).Seizures;

    /// <summary>Rebuilds the index from the store without an interruption for readers, then empties the outbox of what the index now holds. Seizures that
    /// it refuses are parked.</summary>
    /// <param name="cancellationToken">Stops; the index stays as it was.</param>
    /// <returns>Seizures indexed, and those refused.</returns>
    public async Task<RebuiltIndex> ReindexAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset began = time.GetUtcNow();
        RebuiltIndex built = await index.RebuildAsync(
            submissions.ReadAllAsync(Reader.Owner, cancellationToken).Select(Tagged),
            cancellationToken
        );
        await outbox.ReplaceRefusedAsync(built.Refused, began, cancellationToken);
        if (built.Refused.Count > 0)
            log.Refused(built.Refused.Count);
        (int waiting, int parked) = await outbox.CountAsync(cancellationToken);
        if (waiting + parked == 0)
            return built;

        // What was committed while the index was rebuilt waits in the outbox and must not be swept away with the rest.
        if (!await AgreeAsync(cancellationToken))
        {
            built = built with { Seizures = built.Seizures + await DrainAsync(null, cancellationToken) };
            if (!await AgreeAsync(cancellationToken))
                return built;
        }

        await outbox.ClearAsync(cancellationToken);
        return built;
    }

    private IReadOnlyList<Case> Tagged(IReadOnlyList<Case> cases) => programmes is null ? cases : [.. cases.Select(programmes.Tagged)];

    private async Task<bool> AgreeAsync(CancellationToken cancellationToken)
    {
        IndexState held = await index.StateAsync(Reader.Owner, cancellationToken);
        return await submissions.StateInIndexAsync(Reader.Owner, cancellationToken) == held;
    }

    private async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        try
        {
            await index.VersionAsync(cancellationToken);
            return true;
        }
        catch (IndexUnavailableException missed)
        {
            log.Unavailable(missed.Message);
            return false;
        }
    }

    private async Task<(int Seizures, bool IsBroken)> FeedWaitingAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        int seizures = 0,
            batches = 0,
            failures = 0;
        bool isUnreachable = false;
        OutboxBatch? held = null;
        Task<OutboxBatch?> coming = outbox.LeaseAsync(cancellationToken);
        try
        {
            while ((held = await coming) is { } batch)
            {
                // The next batch is read while the index takes this one; not after a failure, so that a run that ends for failures holds no other.
                bool isAhead = failures == 0 && options.MostFailures > 1;
                if (isAhead)
                    coming = Task.Run(() => outbox.LeaseAsync(cancellationToken), CancellationToken.None);
                Outcome outcome = await TryFeedAsync(batch, cancellationToken);
                held = null;
                isUnreachable = outcome == Outcome.Unreachable;
                if (isUnreachable)
                    break;
                bool isFed = outcome == Outcome.Fed;
                if (isFed)
                {
                    seizures += batch.Cases.Sum(c => c.Seizures.Count);
                    batches++;
                    failures = 0;
                    if (batches % BatchesACollection == 0)
                        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
                    progress?.Report(seizures);
                }
                else
                {
                    // The store hands a failed batch out again until it parks it; an index that takes nothing at all ends the run.
                    if (++failures >= options.MostFailures)
                        break;
                    double pause = options.BackOffSeconds * Math.Pow(2, Math.Min(batch.Attempts, 8));
                    await Task.Delay(TimeSpan.FromSeconds(Math.Min(pause, 60)), time, cancellationToken);
                }

                // None was free while this one was held; since it failed, it is free again.
                if (!isAhead || (!isFed && await coming is null))
                    coming = outbox.LeaseAsync(cancellationToken);
            }
        }
        finally
        {
            // The caller may close the store once this method has ended, however it ends.
            await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (coming.IsCompletedSuccessfully && await coming is { } ahead && ahead.Id != held?.Id && failures < options.MostFailures)
                await GiveBackAsync(ahead);
            if (held is not null)
                await GiveBackAsync(held);
        }

        if (batches > 0)
            log.Drained(batches, seizures, (long)time.GetElapsedTime(start).TotalMilliseconds);
        (_, int parked) = await outbox.CountAsync(cancellationToken);
        if (parked > 0)
            log.Parked(parked);
        return (seizures, isUnreachable || failures >= options.MostFailures);
    }

    // A run that broke off lives on in its process, so its leases would not be taken over: what it did not feed is free at once.
    private async Task GiveBackAsync(OutboxBatch batch)
    {
        try
        {
            await outbox.ReleaseAsync(batch.Id, CancellationToken.None);
        }
        catch (DbException unreachable)
        {
            log.NotGivenBack(batch.Id, unreachable.Message);
        }
    }

    private async Task<Outcome> TryFeedAsync(OutboxBatch batch, CancellationToken cancellationToken)
    {
        IReadOnlyList<RefusedSeizure>? refused;
        try
        {
            refused = await TryReachAsync(batch, cancellationToken);
            if (refused is null)
                return Outcome.Unreachable;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.BatchFailed(batch.Id, batch.Attempts + 1, failure.Message);
            await outbox.FailAsync(batch.Id, failure.Message, cancellationToken);
            return Outcome.Failed;
        }

        await outbox.ConfirmAsync(batch.Id, refused, cancellationToken);
        if (refused.Count > 0)
            log.Refused(refused.Count);
        return Outcome.Fed;
    }

    // An index that cannot be reached is no failure of the batch: it waits in the outbox, and is not parked for it. Null where it was not reached.
    private async Task<IReadOnlyList<RefusedSeizure>?> TryReachAsync(OutboxBatch batch, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        for (double pause = options.BackOffSeconds; ; pause = Math.Min(2 * pause, 5))
        {
            try
            {
                IReadOnlyList<RefusedSeizure> refused = [];
                if (batch.Removal is { } removal)
                    await index.RemoveAsync(removal, cancellationToken);
                else
                    refused = batch.MayHaveMoved
                        ? await index.FeedAsync(Tagged(batch.Cases), cancellationToken)
                        : await index.FeedUnmovedAsync(Tagged(batch.Cases), cancellationToken);
                Interlocked.Exchange(ref _gaveUpAt, 0);
                return refused;
            }
            catch (IndexUnavailableException missed)
            {
                // Who was waited for in vain a moment ago is asked once and not waited for again, file after file.
                long gaveUpAt = Interlocked.Read(ref _gaveUpAt);
                bool isKnown = gaveUpAt != 0 && time.GetElapsedTime(gaveUpAt).TotalSeconds < options.UnavailableSeconds;
                if (isKnown || time.GetElapsedTime(start).TotalSeconds + pause > options.UnavailableSeconds)
                {
                    log.Unavailable(missed.Message);
                    Interlocked.Exchange(ref _gaveUpAt, time.GetTimestamp());
                    await GiveBackAsync(batch);
                    return null;
                }

                await Task.Delay(TimeSpan.FromSeconds(pause), time, cancellationToken);
            }
        }
    }
}
