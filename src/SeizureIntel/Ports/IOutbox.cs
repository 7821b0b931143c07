using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;

namespace SeizureIntel.Ports;

/// <summary>What the index has not confirmed of the cases committed: leased by whoever feeds it, confirmed, or parked after too many failures.</summary>
/// <remarks>It serves the index and not a person, so no <see cref="Reader"/> bounds it, but where it names seizures.</remarks>
public interface IOutbox
{
    /// <summary>Takes the oldest batch that the index has not confirmed and nobody else holds; null when there is none. What a process of this machine
    /// held that has ended is free at once, what one of another machine held when its lease runs out.</summary>
    /// <remarks>Where the date of a case changed, the removal of the old one is handed out first; what is handed out until that is confirmed says that
    /// it may have moved.</remarks>
    Task<OutboxBatch?> LeaseAsync(CancellationToken cancellationToken);

    /// <summary>Removes a batch that the index holds, but for the seizures that it refused: they are parked one by one, each with its error, and come
    /// again by themselves, after an hour at first and after at most a day.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="refused">What of it the index refused; empty where it holds all.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task ConfirmAsync(long batchId, IReadOnlyList<RefusedSeizure> refused, CancellationToken cancellationToken);

    /// <summary>Counts a failed attempt; after the last allowed one the batch is parked with the error until a rebuild.</summary>
    Task FailAsync(long batchId, string error, CancellationToken cancellationToken);

    /// <summary>Gives a batch back untouched, so that the next one who asks gets it; the attempt does not count.</summary>
    Task ReleaseAsync(long batchId, CancellationToken cancellationToken);

    /// <summary>Ends what this process holds of a submission that was stored as <see cref="SubmissionChunk.IsStaged"/>.</summary>
    /// <param name="submissionId">The submission.</param>
    /// <param name="isFed">True where the index holds its cases: the batches are removed. False to give them back to whoever asks next.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task EndStagedAsync(string submissionId, bool isFed, CancellationToken cancellationToken);

    /// <summary>What the index has not confirmed of the batches up to one of them.</summary>
    /// <param name="lastBatch">The newest batch to look at; <see cref="long.MaxValue"/> for all.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<OutboxBacklog> BacklogAsync(long lastBatch, CancellationToken cancellationToken);

    /// <summary>The number of the newest submission that is searchable whole, with all before it; 0 for none. One with a parked batch is not; one of
    /// which the index refused single seizures is.</summary>
    Task<long> SearchableUpToAsync(CancellationToken cancellationToken);

    /// <summary>The seizures that the index refused, among those that the reader may see, in the order of receipt.</summary>
    Task<IReadOnlyList<ParkedSeizure>> RefusedAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>Replaces what was refused before a moment by what a rebuild that began then was refused.</summary>
    /// <param name="refused">Empty where the rebuilt index holds all.</param>
    /// <param name="before">When the rebuild began; what was refused since stays.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task ReplaceRefusedAsync(IReadOnlyList<RefusedSeizure> refused, DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Batches not yet confirmed, and batches parked.</summary>
    Task<(int Waiting, int Parked)> CountAsync(CancellationToken cancellationToken);

    /// <summary>Empties the outbox, after a rebuild that read everything.</summary>
    Task ClearAsync(CancellationToken cancellationToken);
}
