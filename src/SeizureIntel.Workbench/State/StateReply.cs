namespace SeizureIntel.Workbench.State;

/// <summary>What a store or an index holds.</summary>
/// <param name="Seizures">Seizures held.</param>
/// <param name="Cases">Distinct cases held.</param>
/// <param name="Checksum">Equal for store and index when they agree.</param>
public sealed record StateReply(int Seizures, int Cases, string Checksum);
