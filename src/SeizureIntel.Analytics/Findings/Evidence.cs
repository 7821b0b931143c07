using SeizureIntel.Queries;

namespace SeizureIntel.Analytics.Findings;

/// <summary>The query that gives the records behind a figure.</summary>
/// <param name="Query">The query; a search with it returns exactly <paramref name="Count"/> seizures.</param>
/// <param name="Count">Seizures it returns.</param>
public sealed record Evidence(SeizureQuery Query, int Count);
