using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>One table of a page as a sheet: cells stand where a browser shows them.</summary>
internal sealed class HtmlTable(string name, int place, HtmlCursor cursor, IntakeOptions options)
    : SpanningSheet(name, isTyped: false, options)
{
    // Rows and columns that a cell goes over at most (HTML Living Standard, 4.9.11).
    private const int MostColumns = 1000;
    private const int MostRows = 65_534;

    // A frame has three columns at least, and is known by its first letters.
    private const int FewestFramed = 4;
    private const int LettersCompared = 26;

    private readonly RowCells _row = new(options);

    // The last row of the cell from above that reaches into each column.
    private readonly List<int> _reached = [];

    public override IEnumerable<RawRow> Rows(MergedRows merged)
    {
        _reached.Clear();
        int number = 0,
            group = 0;
        bool isFramed = false;
        foreach (HtmlRow row in cursor.RowsOf(place))
        {
            number++;
            if (row.Group != group)
            {
                // A cell ends with its group of rows (HTML Living Standard, 4.9.12).
                _reached.Clear();
                merged.EndAbove(number);
                group = row.Group;
            }

            if (number == 1 && IsFrame(row))
            {
                isFramed = true;
                continue;
            }

            RawRow placed = Place(isFramed ? row.Cells.Skip(1) : row.Cells, number, merged);
            if (placed.Cells.Count > 0)
                yield return placed;
        }
    }

    // A spreadsheet shown with its frame: letters above the columns, and numbers before the rows beneath.
    private static bool IsFrame(HtmlRow row) =>
        row.Cells.Count >= FewestFramed
        && row.Cells[0].Text.Length == 0
        && row.Cells.Skip(1).Select((c, i) => c.Text == ((char)('A' + i)).ToString()).Take(LettersCompared).All(isLetter => isLetter);

    private RawRow Place(IEnumerable<HtmlCell> cells, int number, MergedRows merged)
    {
        _row.Begin(number);
        foreach (HtmlCell cell in cells)
        {
            while (_row.Next < _reached.Count && _reached[_row.Next] >= number)
                _row.Pass(1);
            int column = _row.Next;
            int columns = Math.Clamp(cell.Columns, 1, MostColumns);
            int rows = cell.Rows == 0 ? MostRows : Math.Clamp(cell.Rows, 1, MostRows);
            Note(merged, number, cell.Text, column, rows, columns);
            for (int c = column; rows > 1 && c < Math.Min(column + columns, Options.MaxColumns); c++)
                Reach(c, number + rows - 1);
            _row.Add(cell.Text, 1, isFormula: false);
            _row.Pass(column + columns - _row.Next);
        }

        return _row.End();
    }

    private void Reach(int column, int last)
    {
        while (_reached.Count <= column)
            _reached.Add(0);
        _reached[column] = last;
    }
}
