using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>Which seizure is asked for.</summary>
public sealed record SingleSeizureQuery
{
    /// <summary>Id of the seizure.</summary>
    [Asked("Id of the seizure, as a search gives it", IsInPath = true)]
    public string Id { get; init; } = "";
}
