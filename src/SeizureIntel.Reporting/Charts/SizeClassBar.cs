using System.Collections.Generic;

namespace SeizureIntel.Reporting.Charts;

/// <summary>How seizures spread over size classes, smallest class first.</summary>
public sealed record SizeClassBar
{
    /// <summary>Identifies the chart in its document; letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What the chart shows, in one sentence.</summary>
    public required string AltText { get; init; }

    /// <summary>Names of the classes with their unit, smallest first.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Seizures in each class, in the same order; null where suppressed.</summary>
    public required IReadOnlyList<double?> Seizures { get; init; }

    /// <summary>A sentence printed on the chart itself; null for none.</summary>
    public string? Note { get; init; }
}
