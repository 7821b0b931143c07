using System.Collections.Generic;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Intake;

/// <summary>One row of a received file as text, before anything was understood.</summary>
/// <param name="Number">The row number a spreadsheet shows (header = 1 unless the header stands lower; blank rows are counted); behind other
/// sheets with the same columns it counts on from the last row of the one before.</param>
/// <param name="Cells">The cells as written, left to right; their count differs from the header's where the row does not fit it.</param>
/// <param name="HasFormula">Whether a cell holds a formula; its stored result was read.</param>
public sealed record RawRow(int Number, IReadOnlyList<string> Cells, bool HasFormula = false)
{
    /// <summary>The positions (from 0) of the cells that hold a formula; empty when there are none.</summary>
    public IReadOnlyList<int> FormulaColumns { get; init; } = [];

    /// <summary>The row that it mends; null where it mends none.</summary>
    public RowOrigin? Origin { get; init; }
}
