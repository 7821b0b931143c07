using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>Cells that were merged, as a sheet names them: each row meets those alone that reach it, and what it has passed is forgotten.</summary>
internal sealed class MergedRows
{
    // Those of rows that were not met yet, in the order of their first rows.
    private readonly Queue<MergedCells> _next = [];

    // Of each column the one that reaches the row that was met last.
    private readonly Dictionary<int, MergedCells> _open = [];

    /// <summary>Those of rows that were not met yet.</summary>
    public IReadOnlyCollection<MergedCells> Next => _next;

    /// <summary>Adds one; they come in the order of their first rows.</summary>
    public void Add(MergedCells area) => _next.Enqueue(area);

    /// <summary>None of those so far reaches a row, which comes next.</summary>
    public void EndAbove(int row)
    {
        foreach (MergedCells area in _next)
            area.EndAbove(row);
        _open.Clear();
    }

    /// <summary>Writes what the cells above hold into those merged with them; rows come in order.</summary>
    public void Fill(int row, IList<string> cells)
    {
        while (_next.TryPeek(out MergedCells? area) && area.From <= row)
        {
            _next.Dequeue();
            if (area.To > area.From)
                _open[area.Column] = area;
        }

        foreach ((int column, MergedCells area) in _open)
        {
            if (area.To >= row)
                area.Fill(row, cells);
            else
                _open.Remove(column);
        }
    }
}
