using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Jobs;

/// <summary>Which running study is asked for.</summary>
public sealed record JobQuery
{
    /// <summary>Id of the job.</summary>
    [Asked("Id of the job, as the answer 202 of a study gives it", IsInPath = true)]
    public string Id { get; init; } = "";
}
