using System.Collections.Generic;

namespace SeizureIntel.Queries;

/// <summary>What a search found.</summary>
/// <param name="Seizures">Seizures that match.</param>
/// <param name="Cases">Distinct cases among them.</param>
/// <param name="Hits">The page of hits.</param>
/// <param name="Facets">Value counts by field.</param>
/// <param name="Cursor">Where the page ended; null when it was the last.</param>
public sealed record SearchResult(
    int Seizures,
    int Cases,
    IReadOnlyList<SeizureHit> Hits,
    IReadOnlyDictionary<string, Facet> Facets,
    string? Cursor
);
