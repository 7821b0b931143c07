using System;
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

    /// <summary>Address of the Elasticsearch cluster; not used by the embedded index.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>How often the feeder tries a batch in one run before it leaves it to the next; 1 to 20, 3 unless set.</summary>
    [Range(1, 20)]
    public int Attempts { get; init; } = 3;

    /// <summary>Seconds before the second attempt, doubled with each further one; 0.01 to 60, 0.5 unless set.</summary>
    [Range(0.01, 60)]
    public double BackOffSeconds { get; init; } = 0.5;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == SearchKind.Elasticsearch)
            yield return new ValidationResult("Search:Kind is Elasticsearch, which this version cannot reach yet; set it to Embedded or leave it out.", [nameof(Kind)]);
        if (Kind == SearchKind.Embedded && Endpoint is not null)
            yield return new ValidationResult("Search:Endpoint is set, but Search:Kind is Embedded, which has no endpoint; remove one of the two.", [nameof(Endpoint)]);
    }
}
