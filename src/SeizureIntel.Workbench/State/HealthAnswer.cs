namespace SeizureIntel.Workbench.State;

/// <summary>Whether the service can answer.</summary>
/// <param name="Status"><c>ok</c>, <c>behind</c> while the index waits for committed seizures, or <c>failing</c>.</param>
/// <param name="Store">The truth.</param>
/// <param name="Index">Search and counting.</param>
/// <param name="Outbox">What is on its way between them; null where the store does not answer.</param>
public sealed record HealthAnswer(string Status, HealthPart Store, HealthPart Index, OutboxState? Outbox);

/// <summary>Whether one engine answers.</summary>
/// <param name="Ok">True where it does.</param>
/// <param name="Seizures">Seizures it holds; null where it does not answer.</param>
/// <param name="Error">Why it does not answer; null where it does.</param>
public sealed record HealthPart(bool Ok, int? Seizures, string? Error);
