using System.Collections.Generic;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Counts by two dimensions, or a coverage strip of reporters by quarter: darker cells hold more.</summary>
public sealed record HeatGrid
{
    /// <summary>Identifies the chart in its document; letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What the chart shows, in one sentence.</summary>
    public required string AltText { get; init; }

    /// <summary>Names of the columns, left to right.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Names of the rows, top to bottom.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>The cells that hold something; the others stay empty.</summary>
    public required IReadOnlyList<GridCell> Cells { get; init; }

    /// <summary>True where the empty cells matter and are outlined: silence of a reporter.</summary>
    public bool ShowsSilence { get; init; }

    /// <summary>A sentence printed on the chart itself; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>True to draw it for half a page's width.</summary>
    public bool IsNarrow { get; init; }
}
