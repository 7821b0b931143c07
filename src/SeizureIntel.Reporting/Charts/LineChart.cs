using System.Collections.Generic;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Counts over time, with the range expected and the points beyond it.</summary>
public sealed record LineChart
{
    /// <summary>Identifies the chart in its document; letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What the chart shows, in one sentence.</summary>
    public required string AltText { get; init; }

    /// <summary>The steps of time, oldest first.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The lines, at most four.</summary>
    public required IReadOnlyList<ChartLine> Lines { get; init; }

    /// <summary>The range expected; null for none.</summary>
    public ChartBand? Band { get; init; }

    /// <summary>Labels at which the first line is beyond its range.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>What the values are.</summary>
    public required string ValueName { get; init; }

    /// <summary>A sentence printed on the chart itself; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>True to draw it for half a page's width.</summary>
    public bool IsNarrow { get; init; }
}
