namespace SeizureIntel.Workbench.Search;

/// <summary>How much was found.</summary>
/// <param name="Seizures">Seizures.</param>
/// <param name="Cases">Distinct cases among them.</param>
public sealed record TotalReply(int Seizures, int Cases);
