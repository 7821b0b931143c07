namespace SeizureIntel.Workbench.State;

/// <summary>Whether the service can answer.</summary>
/// <param name="Status"><c>ok</c>, <c>behind</c> while the index waits for committed seizures, or <c>failing</c>.</param>
/// <param name="Store">The truth.</param>
/// <param name="Index">Search and counting.</param>
/// <param name="Outbox">What is on its way between them; null where the store does not answer.</param>
public sealed record HealthReply(string Status, HealthPartReply Store, HealthPartReply Index, OutboxReply? Outbox);
