using System.Collections.Generic;

namespace SeizureIntel.Etl.Intake;

/// <summary>One sheet of a workbook, or one table of a page, whatever the format of its file.</summary>
internal interface IWorksheet
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>Whether numbers and dates stand as values; else they are texts as somebody wrote them.</summary>
    bool IsTyped { get; }

    /// <summary>The rows whose numbers reach up to <paramref name="rows"/>, blank ones left out, and the merged cells that begin in them.</summary>
    (IReadOnlyList<RawRow> First, IReadOnlyCollection<MergedCells> Merged) Look(int rows);

    /// <summary>All rows, oldest number first; blank ones may be left out. Sheets are read one after another in the order of the file.</summary>
    /// <param name="merged">Learns of merged cells before it meets the row that they begin in.</param>
    IEnumerable<RawRow> Rows(MergedRows merged);
}
