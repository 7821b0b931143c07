namespace SeizureIntel.Workbench.State;

/// <summary>What is on its way from the store to the index.</summary>
/// <param name="Waiting">Batches not yet confirmed.</param>
/// <param name="Parked">Batches given up until a rebuild.</param>
public sealed record OutboxReply(int Waiting, int Parked);
