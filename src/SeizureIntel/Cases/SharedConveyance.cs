namespace SeizureIntel.Cases;

/// <summary>A seizure of another case in which the same container or vessel was told of.</summary>
/// <param name="Kind">container or vessel.</param>
/// <param name="SeizureId">The first seizure of that case.</param>
public readonly record struct SharedConveyance(string Kind, string SeizureId);
