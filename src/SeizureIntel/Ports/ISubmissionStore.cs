using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Submissions;

namespace SeizureIntel.Ports;

/// <summary>The truth of what came in: submissions, cases, seizures, rejections and issues.</summary>
/// <remarks>A reader of some countries sees the submissions all of whose cases those countries reported, and of cases and seizures those reported by them
/// up to the reader's marking.</remarks>
public interface ISubmissionStore
{
    /// <summary>The report of a loaded submission with these bytes read as this source; null when there is none that the reader may see.</summary>
    Task<LoadReport?> FindSubmissionAsync(Reader reader, string sha256, string source, CancellationToken cancellationToken);

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

    /// <summary>Case references that a reporting country used in earlier submissions, among those asked for and on cases that the reader may see.</summary>
    Task<IReadOnlySet<string>> FindUsedCaseRefsAsync(
        Reader reader,
        string reportingCountry,
        IReadOnlyCollection<string> caseRefs,
        CancellationToken cancellationToken
    );

    /// <summary>All submissions that the reader may see, in the order of receipt.</summary>
    Task<IReadOnlyList<ReceivedSubmission>> SubmissionsAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>The rejections of a submission by row; null where there is no such submission that the reader may see.</summary>
    Task<IReadOnlyList<Rejection>?> RejectionsAsync(Reader reader, string submissionId, CancellationToken cancellationToken);

    /// <summary>Every case that the reader may see with its seizures in the order received, in batches, for a rebuild of the index.</summary>
    IAsyncEnumerable<IReadOnlyList<Case>> ReadAllAsync(Reader reader, CancellationToken cancellationToken);

    /// <summary>What the store holds that the reader may see, counted and hashed afresh.</summary>
    Task<IndexState> StateAsync(Reader reader, CancellationToken cancellationToken);
}
