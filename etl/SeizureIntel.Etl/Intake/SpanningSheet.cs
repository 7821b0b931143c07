using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>A sheet whose cells say themselves over how many rows and columns they go, so that its merged cells are known when it has been read.</summary>
internal abstract class SpanningSheet(string name, bool isTyped, IntakeOptions options) : IWorksheet
{
    public string Name => name;

    public bool IsTyped => isTyped;

    public (IReadOnlyList<RawRow> First, IReadOnlyList<MergedCells> Merged) Look(int rows)
    {
        var first = new List<RawRow>();
        var merged = new List<MergedCells>();
        foreach (RawRow row in Read(merged))
        {
            if (row.Number <= rows)
                first.Add(row);
            else if (IsLarge)
                break;
        }

        return (first, merged);
    }

    public IEnumerable<RawRow> Rows() => Read([]);

    /// <summary>What is stated, and the limits.</summary>
    protected IntakeOptions Options => options;

    /// <summary>Whether it is too large to be read once more for the merged cells beyond the rows that are looked at.</summary>
    protected virtual bool IsLarge => false;

    /// <summary>All rows, with the merged cells noted as they come.</summary>
    protected abstract IEnumerable<RawRow> Read(List<MergedCells> merged);

    /// <summary>Notes a cell that goes over several rows or columns, as long as that is worth it.</summary>
    protected void Note(List<MergedCells> merged, int row, int column, int rows, int columns)
    {
        if ((rows > 1 || columns > 1) && merged.Count < WorkbookFile.MostMerged && column < options.MaxColumns)
            merged.Add(new MergedCells(row, row + rows - 1, column, column + columns - 1));
    }
}
