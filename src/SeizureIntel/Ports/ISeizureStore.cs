using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Bulletins;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Submissions;

namespace SeizureIntel.Ports;

/// <summary>The truth: submissions, cases, seizures, rejections, issues, the outbox and bulletins.</summary>
public interface ISeizureStore
{
    /// <summary>Brings the schema to this version; safe to call at every start.</summary>
    /// <returns>Names of the migrations applied, oldest first; empty when there was nothing to do.</returns>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>The report of a loaded submission with these bytes read as this source; null when there is none.</summary>
    Task<LoadReport?> FindSubmissionAsync(string sha256, string source, CancellationToken cancellationToken);

    /// <summary>Keeps a submission in one transaction: rows, rejections, issues and outbox together, or nothing.</summary>
    /// <param name="submission">What was received.</param>
    /// <param name="chunks">Its rows; when the enumeration throws, everything is rolled back and the exception goes on.</param>
    /// <param name="report">Asked for the counts after the last chunk, before the commit.</param>
    /// <param name="cancellationToken">Rolls back when signalled.</param>
    Task SaveSubmissionAsync(
        Submission submission,
        IAsyncEnumerable<SubmissionChunk> chunks,
        Func<LoadReport> report,
        CancellationToken cancellationToken
    );

    /// <summary>Sets the seconds a loaded submission took until it was searchable.</summary>
    Task RecordDurationAsync(string submissionId, double seconds, CancellationToken cancellationToken);

    /// <summary>Case references that a reporting country used in earlier submissions, among those asked for.</summary>
    Task<IReadOnlySet<string>> FindUsedCaseRefsAsync(
        string reportingCountry,
        IReadOnlyCollection<string> caseRefs,
        CancellationToken cancellationToken
    );

    /// <summary>All submissions kept, in the order of receipt.</summary>
    Task<IReadOnlyList<ReceivedSubmission>> SubmissionsAsync(CancellationToken cancellationToken);

    /// <summary>The rejections of a submission by row; null where there is no such submission.</summary>
    Task<IReadOnlyList<Rejection>?> RejectionsAsync(string submissionId, CancellationToken cancellationToken);

    /// <summary>Every case with its seizures in the order received, in batches, for a rebuild of the index.</summary>
    IAsyncEnumerable<IReadOnlyList<Case>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Takes the oldest batch that the index has not confirmed and nobody else holds; null when there is none. What a process of this machine
    /// held that has ended is free at once, what one of another machine held when its lease runs out.</summary>
    Task<OutboxBatch?> LeaseOutboxAsync(CancellationToken cancellationToken);

    /// <summary>Removes a batch that the index holds.</summary>
    Task ConfirmOutboxAsync(long batchId, CancellationToken cancellationToken);

    /// <summary>Counts a failed attempt; after the last allowed one the batch is parked with the error until a rebuild.</summary>
    Task FailOutboxAsync(long batchId, string error, CancellationToken cancellationToken);

    /// <summary>Gives a batch back untouched, so that the next one who asks gets it; the attempt does not count.</summary>
    Task ReleaseOutboxAsync(long batchId, CancellationToken cancellationToken);

    /// <summary>What the index has not confirmed of the batches up to one of them.</summary>
    /// <param name="lastBatch">The newest batch to look at; <see cref="long.MaxValue"/> for all.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<OutboxBacklog> BacklogAsync(long lastBatch, CancellationToken cancellationToken);

    /// <summary>Batches not yet confirmed, and batches parked.</summary>
    Task<(int Waiting, int Parked)> OutboxAsync(CancellationToken cancellationToken);

    /// <summary>Empties the outbox, after a rebuild that read everything.</summary>
    Task ClearOutboxAsync(CancellationToken cancellationToken);

    /// <summary>What the store holds, counted and hashed afresh.</summary>
    Task<IndexState> StateAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a bulletin; one with the same id is replaced.</summary>
    Task SaveBulletinAsync(BulletinRecord bulletin, CancellationToken cancellationToken);

    /// <summary>All bulletins, newest first.</summary>
    Task<IReadOnlyList<BulletinRecord>> BulletinsAsync(CancellationToken cancellationToken);
}
