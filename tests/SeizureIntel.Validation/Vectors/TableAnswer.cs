using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Validation.Vectors;

/// <summary>Our own version of a reference table: the same columns and rows; every cell is NA until it is kept or set.</summary>
internal sealed class TableAnswer
{
    private readonly string[][] _rows;

    /// <param name="reference">The table whose form is taken over.</param>
    /// <param name="kept">Key and given columns, repeated as they are.</param>
    public TableAnswer(CsvTable reference, params string[] kept)
        : this(reference, "NA", kept) { }

    /// <param name="reference">The table whose form is taken over.</param>
    /// <param name="absent">The text of a cell without a value: NA, or empty in the graph files.</param>
    /// <param name="kept">Key and given columns, repeated as they are.</param>
    public TableAnswer(CsvTable reference, string absent, IReadOnlyList<string> kept)
    {
        Reference = reference;
        Absent = absent;
        var positions = kept.Select(reference.Position).ToArray();
        _rows = new string[reference.Rows.Count][];
        for (var i = 0; i < _rows.Length; i++)
        {
            var row = new string[reference.Columns.Count];
            Array.Fill(row, absent);
            foreach (var position in positions)
            {
                row[position] = reference.Rows[i][position];
            }

            _rows[i] = row;
        }
    }

    public CsvTable Reference { get; }

    private string Absent { get; }

    /// <summary>Sets a number; NaN leaves the cell without a value.</summary>
    public void Set(int row, string column, double value) => Set(row, column, double.IsNaN(value) ? Absent : CsvTable.Format(value));

    public void Set(int row, string column, bool value) => Set(row, column, value ? "1" : "0");

    public void Set(int row, string column, string text) => _rows[row][Reference.Position(column)] = text;

    public CsvTable ToTable() => new(Reference.Name, Reference.Columns, _rows);
}
