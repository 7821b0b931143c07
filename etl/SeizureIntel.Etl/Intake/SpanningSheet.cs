using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>A sheet that tells of its merged cells while its rows are read: each before the row that it begins in.</summary>
internal abstract class SpanningSheet(string name, bool isTyped, IntakeOptions options) : IWorksheet
{
    public string Name => name;

    public bool IsTyped => isTyped;

    public (IReadOnlyList<RawRow> First, IReadOnlyCollection<MergedCells> Merged) Look(int rows)
    {
        var merged = new MergedRows();
        return ([.. Rows(merged).TakeWhile(r => r.Number <= rows)], merged.Next);
    }

    public abstract IEnumerable<RawRow> Rows(MergedRows merged);

    /// <summary>What is stated, and the limits.</summary>
    protected IntakeOptions Options => options;

    /// <summary>Notes a cell that goes over several rows or columns; a blank one fills none.</summary>
    protected void Note(MergedRows merged, int row, string text, int column, int rows, int columns)
    {
        if ((rows > 1 || columns > 1) && text.Length > 0 && column < options.MaxColumns)
            merged.Add(new MergedCells(row, row + rows - 1, column, column + columns - 1));
    }
}
