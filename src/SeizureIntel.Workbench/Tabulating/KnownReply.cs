namespace SeizureIntel.Workbench.Tabulating;

/// <summary>How many of the seizures carry the fields needed.</summary>
/// <param name="N">Seizures with all of them known.</param>
/// <param name="Of">Seizures in all.</param>
public sealed record KnownReply(int N, int Of);
