using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>Cells that were merged over several rows; each row meets those alone that reach it.</summary>
/// <param name="areas">All merged cells of a sheet.</param>
internal sealed class MergedRows(IEnumerable<MergedCells> areas)
{
    private readonly MergedCells[] _areas = [.. areas.Where(a => a.To > a.From).OrderBy(a => a.From)];
    private readonly List<MergedCells> _open = [];
    private int _next;

    /// <summary>Writes what the cells above hold into those merged with them; rows come in order.</summary>
    public void Fill(int row, IList<string> cells)
    {
        while (_next < _areas.Length && _areas[_next].From <= row)
            _open.Add(_areas[_next++]);
        _open.RemoveAll(a => a.To < row);
        foreach (MergedCells area in _open)
            area.Fill(row, cells);
    }
}
