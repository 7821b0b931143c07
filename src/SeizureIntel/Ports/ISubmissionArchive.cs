using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Submissions;

namespace SeizureIntel.Ports;

/// <summary>Keeps the screened rows of every submission, compressed, beside the original's SHA-256 and size; the original bytes are never written.</summary>
public interface ISubmissionArchive
{
    /// <summary>Opens the archive entry of a submission for writing; nothing is visible until <see cref="ArchiveEntry.CompleteAsync"/>, and disposal
    /// without it removes what was written.</summary>
    /// <param name="submission">What was received.</param>
    /// <param name="columns">The file's columns in order.</param>
    ArchiveEntry Create(Submission submission, IReadOnlyList<string> columns);

    /// <summary>Erases a submission; nothing happens where the archive has none of this id.</summary>
    Task EraseAsync(string submissionId, CancellationToken cancellationToken);

    /// <summary>The columns of a submission's file in order; empty where the archive has no such submission.</summary>
    Task<IReadOnlyList<string>> ColumnsAsync(string submissionId, CancellationToken cancellationToken);

    /// <summary>The screened rows of a submission in the order received; empty where the archive has no such submission.</summary>
    IAsyncEnumerable<ArchivedRow> ReadAsync(string submissionId, CancellationToken cancellationToken);
}
