using System.Collections.Generic;
using SeizureIntel.Cases;

namespace SeizureIntel.Submissions;

/// <summary>A part of a submission on its way into the store; a case and all its seizures are in the same chunk.</summary>
/// <param name="Cases">Cases with their seizures.</param>
/// <param name="Rejections">Rows refused.</param>
/// <param name="Issues">Issues raised.</param>
public sealed record SubmissionChunk(IReadOnlyList<Case> Cases, IReadOnlyList<Rejection> Rejections, IReadOnlyList<Issue> Issues)
{
    /// <summary>Ids of seizures that these cases bring again, one a row that was mended: what this sender's files
    /// brought of that row before goes; empty for none.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>Rows that the whole file has, as far as known; 0 for unknown.</summary>
    public int RowsInAll { get; init; }

    /// <summary>True where whoever saves the submission takes its cases to the index himself while they are stored. The last chunk decides: from the
    /// commit on he holds all batches of the submission in the outbox, and ends that by <see cref="Ports.IOutbox.EndStagedAsync"/>.</summary>
    public bool IsStaged { get; init; }
}
