using System.Collections.Generic;
using SeizureIntel.Queries;

namespace SeizureIntel.Workbench.Search;

/// <summary>What a search found.</summary>
/// <param name="Total">How much in all.</param>
/// <param name="Hits">The page of hits.</param>
/// <param name="Facets">Value counts by field.</param>
/// <param name="Cursor">Where the page ended; null when it was the last.</param>
/// <param name="Query">The query that was answered; <c>--query</c> takes it unchanged.</param>
/// <param name="Suggestions">Where nothing was found: words near those that this reader finds nowhere; empty otherwise.</param>
public sealed record SearchAnswer(
    SearchTotal Total,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, SearchFacet> Facets,
    string? Cursor,
    SeizureQuery Query,
    IReadOnlyList<SearchSuggestion> Suggestions
);

/// <summary>A word that may have been meant.</summary>
/// <param name="Word">The word that finds nothing, as search compares it.</param>
/// <param name="Instead">The word near it.</param>
/// <param name="Seizures">Seizures found with it alone.</param>
/// <param name="Text">The text of the search with the one word in the place of the other.</param>
public sealed record SearchSuggestion(string Word, string Instead, int Seizures, string Text);

/// <summary>How much was found.</summary>
/// <param name="Seizures">Seizures.</param>
/// <param name="Cases">Distinct cases among them.</param>
public sealed record SearchTotal(int Seizures, int Cases);

/// <summary>The values of one field among the seizures found.</summary>
/// <param name="Known">Seizures with a known value.</param>
/// <param name="Of">Seizures found.</param>
/// <param name="Values">Values, most frequent first.</param>
public sealed record SearchFacet(int Known, int Of, IReadOnlyList<SearchFacetValue> Values);

/// <summary>One value of a facet.</summary>
/// <param name="Value">The code.</param>
/// <param name="Label">Its English name; the code where it has none.</param>
/// <param name="Count">Seizures with it.</param>
public sealed record SearchFacetValue(string Value, string Label, int Count);
