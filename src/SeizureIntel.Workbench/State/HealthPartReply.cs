namespace SeizureIntel.Workbench.State;

/// <summary>Whether one engine answers.</summary>
/// <param name="Ok">True where it does.</param>
/// <param name="Seizures">Seizures it holds; null where it does not answer.</param>
/// <param name="Error">Why it does not answer; null where it does.</param>
public sealed record HealthPartReply(bool Ok, int? Seizures, string? Error);
