namespace SeizureIntel.Queries;

/// <summary>What a store or an index holds; equal for both when they agree.</summary>
/// <param name="Seizures">Seizures held.</param>
/// <param name="Cases">Distinct cases held.</param>
/// <param name="Checksum">Independent of order: the wrapped sum of a 64-bit hash of every seizure's content, 16 hexadecimal digits.</param>
public sealed record IndexState(int Seizures, int Cases, string Checksum);
