using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>Which submission's returned records are listed.</summary>
public sealed record QuestionsQuery
{
    /// <summary>Id of the submission.</summary>
    [Asked("Id of the submission, as ./run submissions shows it", IsInPath = true)]
    public string Id { get; init; } = "";
}
