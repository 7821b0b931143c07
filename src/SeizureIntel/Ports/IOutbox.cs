using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Submissions;

namespace SeizureIntel.Ports;

/// <summary>What the index has not confirmed of the cases committed: leased by whoever feeds it, confirmed, or parked after too many failures.</summary>
/// <remarks>It serves the index and not a person, so nobody's <see cref="SeizureIntel.Readers.Reader"/> bounds it.</remarks>
public interface IOutbox
{
    /// <summary>Takes the oldest batch that the index has not confirmed and nobody else holds; null when there is none. What a process of this machine
    /// held that has ended is free at once, what one of another machine held when its lease runs out.</summary>
    Task<OutboxBatch?> LeaseAsync(CancellationToken cancellationToken);

    /// <summary>Removes a batch that the index holds.</summary>
    Task ConfirmAsync(long batchId, CancellationToken cancellationToken);

    /// <summary>Counts a failed attempt; after the last allowed one the batch is parked with the error until a rebuild.</summary>
    Task FailAsync(long batchId, string error, CancellationToken cancellationToken);

    /// <summary>Gives a batch back untouched, so that the next one who asks gets it; the attempt does not count.</summary>
    Task ReleaseAsync(long batchId, CancellationToken cancellationToken);

    /// <summary>What the index has not confirmed of the batches up to one of them.</summary>
    /// <param name="lastBatch">The newest batch to look at; <see cref="long.MaxValue"/> for all.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<OutboxBacklog> BacklogAsync(long lastBatch, CancellationToken cancellationToken);

    /// <summary>The number of the newest submission that is searchable whole, with all before it; 0 for none. One with a parked batch is not.</summary>
    Task<long> SearchableUpToAsync(CancellationToken cancellationToken);

    /// <summary>Batches not yet confirmed, and batches parked.</summary>
    Task<(int Waiting, int Parked)> CountAsync(CancellationToken cancellationToken);

    /// <summary>Empties the outbox, after a rebuild that read everything.</summary>
    Task ClearAsync(CancellationToken cancellationToken);
}
