using System.Collections.Generic;

namespace SeizureIntel.Queries;

/// <summary>A search: which seizures, which facets, how many hits from where on.</summary>
public sealed record SearchRequest
{
    /// <summary>Which seizures.</summary>
    public required SeizureQuery Query { get; init; }

    /// <summary>Fields to count values of.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Most values a facet returns, most frequent first.</summary>
    public int FacetSize { get; init; } = 20;

    /// <summary>Most hits returned.</summary>
    public int Size { get; init; } = 20;

    /// <summary>Sort field; a leading <c>-</c> sorts downwards. Ties go by id.</summary>
    public string Sort { get; init; } = "-seizure_date";

    /// <summary>Where the page before ended; null for the first page.</summary>
    public string? Cursor { get; init; }
}
