namespace SeizureIntel.Submissions;

/// <summary>What was committed up to some moment and is not confirmed by the index.</summary>
/// <param name="LastBatch">The newest batch among them; 0 for none.</param>
/// <param name="Waiting">Batches that wait or are being fed.</param>
/// <param name="Parked">Batches given up until a rebuild.</param>
/// <param name="Seizures">Seizures in all of them.</param>
public sealed record OutboxBacklog(long LastBatch, int Waiting, int Parked, int Seizures);
