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

    /// <summary>Seconds before a failed batch of the outbox is tried again, doubled with each further attempt; 0.01 to 60, 0.2 unless set.</summary>
    [Range(0.01, 60)]
    public double BackOffSeconds { get; init; } = 0.2;

    /// <summary>Failures in a row after which a run ends and leaves the rest of the outbox waiting; 1 to 1000, 10 unless set.</summary>
    [Range(1, 1000)]
    public int MostFailures { get; init; } = 10;

    /// <summary>Seconds that taking in waits for a batch that a process of another machine holds, while nothing moves; 0 to 86 400, 150 unless set:
    /// longer than a lease.</summary>
    [Range(0, 86_400)]
    public double PatienceSeconds { get; init; } = 150;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == SearchKind.Elasticsearch)
            yield return new ValidationResult(
                "Search:Kind is Elasticsearch, which this version cannot reach yet; set it to Embedded or leave it out.",
                [nameof(Kind)]
            );
        if (Kind == SearchKind.Embedded && Endpoint is not null)
            yield return new ValidationResult(
                "Search:Endpoint is set, but Search:Kind is Embedded, which has no endpoint; remove one of the two.",
                [nameof(Endpoint)]
            );
    }
}
