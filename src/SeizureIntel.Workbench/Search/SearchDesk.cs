using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Labels;

namespace SeizureIntel.Workbench.Search;

/// <summary>Finds seizures and counts the values of their fields.</summary>
/// <param name="index">What is asked.</param>
/// <param name="codeLists">Names of codes.</param>
public sealed class SearchDesk(ISeizureIndex index, CodeListSet codeLists)
{
    /// <summary>What a reader may see of it.</summary>
    /// <exception cref="Fault">A member names what is not there.</exception>
    public async Task<SearchAnswer> AnswerAsync(Reader reader, SearchQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        FieldNames.Require(asked.Sort.TrimStart('-'));
        var request = new SearchRequest
        {
            Query = new FilterReader(codeLists).Read(asked).Query,
            Facets = FieldNames.List(asked.Facets),
            FacetSize = asked.FacetSize,
            Size = asked.Size,
            Sort = asked.Sort,
            Cursor = asked.Cursor,
        };
        SearchResult result = await Misuse.AskAsync(() => index.SearchAsync(reader, request, cancellationToken));
        return new SearchAnswer(
            new SearchTotal(result.Seizures, result.Cases),
            [.. result.Hits.Select(SearchHit.Of)],
            result.Facets.ToDictionary(f => f.Key, f => Facet(f.Key, f.Value), StringComparer.Ordinal),
            result.Cursor,
            request.Query,
            await SuggestionsAsync(reader, asked.Text, request.Query, result, cancellationToken)
        );
    }

    // Every word must occur, so that a search with a mistyped word finds nothing: others are not looked into.
    private async Task<IReadOnlyList<SearchSuggestion>> SuggestionsAsync(
        Reader reader,
        string? typed,
        SeizureQuery query,
        SearchResult result,
        CancellationToken cancellationToken
    )
    {
        if (result.Seizures > 0 || query.Text is not { Length: > 0 } text)
            return [];
        IReadOnlyList<WordSuggestion> near = await index.SuggestAsync(reader, text, cancellationToken);
        return
        [
            .. near.Select(s => new SearchSuggestion(s.Word, s.Instead, s.Seizures, CorrectedText.Of(typed ?? text, s.Word, s.Instead))),
        ];
    }

    private SearchFacet Facet(string field, Facet facet) =>
        new(facet.Known, facet.Of, [.. facet.Values.Select(v => new SearchFacetValue(v.Value, codeLists.Label(field, v.Value), v.Count))]);
}
