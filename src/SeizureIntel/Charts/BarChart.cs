using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>Horizontal bars, one a category, plain or stacked.</summary>
public sealed record BarChart : Chart
{
    /// <summary>The categories, first on top.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The bars, at most four sets.</summary>
    public required IReadOnlyList<BarSeries> Series { get; init; }

    /// <summary>True to put the sets end to end.</summary>
    public bool IsStacked { get; init; }
}
