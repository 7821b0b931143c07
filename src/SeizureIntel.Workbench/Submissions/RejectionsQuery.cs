using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>Which submission's refused rows are asked for.</summary>
public sealed record RejectionsQuery
{
    /// <summary>Id of the submission.</summary>
    [Asked("Id of the submission, as ./run submissions shows it", IsInPath = true)]
    public string Id { get; init; } = "";
}
