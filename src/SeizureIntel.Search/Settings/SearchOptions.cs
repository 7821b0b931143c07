using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;

namespace SeizureIntel.Search.Settings;

/// <summary>Settings of search and counting.</summary>
public sealed class SearchOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Search";

    /// <summary>Which engine searches and counts; Embedded unless set.</summary>
    public SearchKind Kind { get; init; } = SearchKind.Embedded;

    /// <summary>Where the Elasticsearch cluster is; not used by the embedded index.</summary>
    public ElasticsearchOptions Elasticsearch { get; init; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == SearchKind.Elasticsearch)
        {
            foreach (ValidationResult fault in Elasticsearch.Faults())
                yield return fault;
        }
        else if (Elasticsearch.Endpoints.Length > 0)
        {
            yield return new ValidationResult(
                "Search:Elasticsearch:Endpoints is set, but Search:Kind is Embedded, which has none; set Search:Kind to Elasticsearch or "
                    + "remove the endpoints.",
                [nameof(Elasticsearch)]
            );
        }
    }
}
