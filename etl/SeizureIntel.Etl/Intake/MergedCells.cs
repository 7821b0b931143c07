using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>Cells that were merged: what stands in the first of a column's rows holds for all of them.</summary>
/// <param name="From">The first row as a spreadsheet shows it.</param>
/// <param name="To">The last row.</param>
/// <param name="Column">The first column from 0.</param>
/// <param name="LastColumn">The last column.</param>
internal sealed record MergedCells(int From, int To, int Column, int LastColumn)
{
    private string _text = string.Empty;

    /// <summary>Remembers the first row's cell and writes it into those below; rows come in order, and none beyond its own.</summary>
    public void Fill(int row, IList<string> cells)
    {
        if (Column >= cells.Count)
            return;
        if (row == From)
            _text = cells[Column];
        else if (cells[Column].Length == 0)
            cells[Column] = _text;
    }
}
