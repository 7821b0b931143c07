using System;

namespace SeizureIntel.Submissions;

/// <summary>The submission is in the store already: another process has loaded the same bytes since they were looked for.</summary>
/// <param name="submissionId">The submission that is kept.</param>
public sealed class AlreadyKeptException(string submissionId)
    : InvalidOperationException($"Submission {submissionId} is kept already; its report can be read with FindSubmissionAsync.")
{
    /// <summary>The submission that is kept.</summary>
    public string SubmissionId { get; } = submissionId;
}
