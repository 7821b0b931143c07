using System.Collections.Generic;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Search;

/// <summary>Which seizures are looked for, and how they are shown.</summary>
public sealed record SearchQuery : FilterText
{
    /// <summary>Fields whose values are counted; comma lists.</summary>
    [Asked("Count the values of these fields", Shown = "FIELD,FIELD")]
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Most values counted a facet, 1 to 1000, most frequent first.</summary>
    [Asked("Most values of a facet, 1 to 1000", Shown = "n", Least = 1, Most = 1000)]
    public int FacetSize { get; init; } = 20;

    /// <summary>Most hits shown, 0 to 1000.</summary>
    [Asked("Most hits shown, 0 to 1000; an export gives every seizure", Shown = "n", Least = 0, Most = 1000)]
    public int Size { get; init; } = 20;

    /// <summary>Field to sort by.</summary>
    [Asked("Field to sort by; a leading - sorts downwards", Shown = "FIELD")]
    public string Sort { get; init; } = "-seizure_date";

    /// <summary>Where the page before ended; null for the first page.</summary>
    [Asked("Where the page before ended")]
    public string? Cursor { get; init; }
}
