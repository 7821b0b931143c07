using System.Collections.Generic;
using SeizureIntel.Queries;

namespace SeizureIntel.Workbench.Search;

/// <summary>What a search found.</summary>
/// <param name="Total">How much in all.</param>
/// <param name="Hits">The page of hits: <c>id</c>, <c>case_id</c>, <c>date</c>, <c>heading</c>, <c>product</c>, <c>reporting_country</c> and every
/// other field that is stated.</param>
/// <param name="Facets">Value counts by field.</param>
/// <param name="Cursor">Where the page ended; null when it was the last.</param>
/// <param name="Query">The query that was answered; <c>--query</c> takes it unchanged.</param>
public sealed record SearchReply(
    TotalReply Total,
    IReadOnlyList<IReadOnlyDictionary<string, object?>> Hits,
    IReadOnlyDictionary<string, FacetReply> Facets,
    string? Cursor,
    SeizureQuery Query
);
