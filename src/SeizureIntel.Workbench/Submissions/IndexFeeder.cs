using System;
using System.Data.Common;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
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
public sealed class IndexFeeder(
    ISubmissionStore submissions,
    IOutbox outbox,
    ISeizureIndex index,
    FeedingOptions options,
    TimeProvider time,
    ILogger<IndexFeeder> log
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private bool _isUnavailable;

    /// <summary>Feeds every waiting batch and waits for those that other processes hold, until all that is committed now is searchable.</summary>
    /// <param name="progress">Told the seizures fed so far after each batch; null for nobody.</param>
    /// <param name="cancellationToken">Stops between two batches or attempts; what was fed stays fed.</param>
    /// <returns>Seizures committed before the call that the index has not confirmed: 0 unless it takes nothing, batches are parked, or a process that
    /// this machine cannot see holds a batch longer than <see cref="FeedingOptions.PatienceSeconds"/>.</returns>
    public async Task<int> SettleAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        long last = (await outbox.BacklogAsync(long.MaxValue, cancellationToken)).LastBatch;
        if (last == 0)
            return 0;
        long moved = time.GetTimestamp();
        int waiting = int.MaxValue;
        while (true)
        {
            (_, bool isBroken) = await FeedWaitingAsync(progress, cancellationToken);
            OutboxBacklog left = await outbox.BacklogAsync(last, cancellationToken);
            if (left.Waiting < waiting)
                (waiting, moved) = (left.Waiting, time.GetTimestamp());
            if (waiting == 0 || isBroken || time.GetElapsedTime(moved).TotalSeconds > options.PatienceSeconds)
            {
                if (left.Seizures > 0)
                    log.NotSearchable(left.Seizures);
                return left.Seizures;
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

    /// <summary>Rebuilds the index from the store without an interruption for readers, then empties the outbox of what the index now holds.</summary>
    /// <param name="cancellationToken">Stops; the index stays as it was.</param>
    /// <returns>Seizures indexed.</returns>
    public async Task<int> ReindexAsync(CancellationToken cancellationToken)
    {
        int seizures = await index.RebuildAsync(submissions.ReadAllAsync(Reader.Owner, cancellationToken), cancellationToken);
        (int waiting, int parked) = await outbox.CountAsync(cancellationToken);
        if (waiting + parked == 0)
            return seizures;

        // What was committed while the index was rebuilt waits in the outbox and must not be swept away with the rest.
        IndexState held = await index.StateAsync(Reader.Owner, cancellationToken);
        if (await submissions.StateAsync(Reader.Owner, cancellationToken) != held)
        {
            seizures += await DrainAsync(null, cancellationToken);
            if (await submissions.StateAsync(Reader.Owner, cancellationToken) != await index.StateAsync(Reader.Owner, cancellationToken))
                return seizures;
        }

        await outbox.ClearAsync(cancellationToken);
        return seizures;
    }

    private async Task<(int Seizures, bool IsBroken)> FeedWaitingAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        int seizures = 0,
            batches = 0,
            failures = 0;
        _isUnavailable = false;
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
                bool isFed = await TryFeedAsync(batch, cancellationToken);
                held = null;
                if (_isUnavailable)
                    break;
                if (isFed)
                {
                    seizures += batch.Cases.Sum(c => c.Seizures.Count);
                    batches++;
                    failures = 0;
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
        return (seizures, _isUnavailable || failures >= options.MostFailures);
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

    private async Task<bool> TryFeedAsync(OutboxBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            _isUnavailable = !await TryReachAsync(batch, cancellationToken);
            if (_isUnavailable)
                return false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.BatchFailed(batch.Id, batch.Attempts + 1, failure.Message);
            await outbox.FailAsync(batch.Id, failure.Message, cancellationToken);
            return false;
        }

        await outbox.ConfirmAsync(batch.Id, cancellationToken);
        return true;
    }

    // An index that cannot be reached is no failure of the batch: it waits in the outbox, and is not parked for it.
    private async Task<bool> TryReachAsync(OutboxBatch batch, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        for (double pause = options.BackOffSeconds; ; pause = Math.Min(2 * pause, 5))
        {
            try
            {
                if (batch.Removal is { } removal)
                    await index.RemoveAsync(removal, cancellationToken);
                else
                    await index.FeedAsync(batch.Cases, cancellationToken);
                return true;
            }
            catch (IndexUnavailableException missed)
            {
                if (time.GetElapsedTime(start).TotalSeconds + pause > options.UnavailableSeconds)
                {
                    log.Unavailable(missed.Message);
                    await GiveBackAsync(batch);
                    return false;
                }

                await Task.Delay(TimeSpan.FromSeconds(pause), time, cancellationToken);
            }
        }
    }
}
