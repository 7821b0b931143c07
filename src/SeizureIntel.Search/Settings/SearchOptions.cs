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

    /// <summary>Seconds before a failed batch of the outbox is tried again, doubled with each further attempt; 0.01 to 60, 0.2 unless set.</summary>
    [Range(0.01, 60)]
    public double BackOffSeconds { get; init; } = 0.2;

    /// <summary>Failures in a row after which a run ends and leaves the rest of the outbox waiting; 1 to 1000, 10 unless set.</summary>
    [Range(1, 1000)]
    public int MostFailures { get; init; } = 10;

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
