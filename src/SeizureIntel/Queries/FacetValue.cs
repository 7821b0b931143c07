namespace SeizureIntel.Queries;

/// <summary>One value of a facet.</summary>
/// <param name="Value">The code.</param>
/// <param name="Count">Seizures with it.</param>
public readonly record struct FacetValue(string Value, int Count);
