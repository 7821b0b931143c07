using System;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>Cells that were merged: what stands in the first of a column's rows holds for all of them.</summary>
/// <param name="from">The first row as a spreadsheet shows it.</param>
/// <param name="to">The last row.</param>
/// <param name="column">The first column from 0.</param>
/// <param name="lastColumn">The last column.</param>
internal sealed class MergedCells(int from, int to, int column, int lastColumn)
{
    private string _text = string.Empty;

    /// <summary>The first row.</summary>
    public int From => from;

    /// <summary>The last row.</summary>
    public int To { get; private set; } = to;

    /// <summary>The first column from 0.</summary>
    public int Column => column;

    /// <summary>The last column.</summary>
    public int LastColumn => lastColumn;

    /// <summary>Ends above a row, where it would reach it.</summary>
    public void EndAbove(int row) => To = Math.Min(To, row - 1);

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
