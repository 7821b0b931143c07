using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>Counts by two dimensions, or a coverage strip of reporters by quarter: darker cells hold more.</summary>
public sealed record HeatGrid : Chart
{
    /// <summary>Names of the columns, left to right.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Names of the rows, top to bottom.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>The cells that hold something; the others stay empty.</summary>
    public required IReadOnlyList<GridCell> Cells { get; init; }

    /// <summary>True where the empty cells matter and are outlined: silence of a reporter.</summary>
    public bool ShowsSilence { get; init; }
}
