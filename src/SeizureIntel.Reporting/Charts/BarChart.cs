using System.Collections.Generic;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Horizontal bars, one a category, plain or stacked.</summary>
public sealed record BarChart
{
    /// <summary>Identifies the chart in its document; letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What the chart shows, in one sentence.</summary>
    public required string AltText { get; init; }

    /// <summary>The categories, first on top.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The bars, at most four sets.</summary>
    public required IReadOnlyList<BarSeries> Series { get; init; }

    /// <summary>True to put the sets end to end.</summary>
    public bool IsStacked { get; init; }

    /// <summary>A sentence printed on the chart itself; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>True to draw it for half a page's width.</summary>
    public bool IsNarrow { get; init; }
}
