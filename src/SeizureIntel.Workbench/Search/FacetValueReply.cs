namespace SeizureIntel.Workbench.Search;

/// <summary>One value of a facet.</summary>
/// <param name="Value">The code.</param>
/// <param name="Label">Its English name; the code where it has none.</param>
/// <param name="Count">Seizures with it.</param>
public sealed record FacetValueReply(string Value, string Label, int Count);
