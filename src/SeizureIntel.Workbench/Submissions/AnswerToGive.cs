using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>An answer to a question on a record.</summary>
public sealed record AnswerToGive
{
    /// <summary>What is answered.</summary>
    [Asked("What is answered, at most 1000 characters")]
    public string? Text { get; init; }
}
