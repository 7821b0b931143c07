using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>Which seizure others are compared with.</summary>
public sealed record SimilarQuery
{
    /// <summary>Id of the seizure.</summary>
    [Asked("Id of the seizure, as a search gives it", IsInPath = true)]
    public string Id { get; init; } = "";

    /// <summary>Most seizures shown, 1 to 100.</summary>
    [Asked("Most seizures shown, 1 to 100", Shown = "n", Least = 1, Most = 100)]
    public int Size { get; init; } = 20;
}
