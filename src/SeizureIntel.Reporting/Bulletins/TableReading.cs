using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Reads cells of figure tables by column name.</summary>
internal static class TableReading
{
    /// <summary>Position of a column; −1 where the table lacks it.</summary>
    public static int At(this FigureTable table, string column)
    {
        for (int i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Name == column)
                return i;
        }

        return -1;
    }

    public static object? Cell(this FigureTable table, TableRow row, string column) =>
        table.At(column) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at] : null;

    public static string Text(this FigureTable table, TableRow row, string column) =>
        table.Cell(row, column) switch
        {
            null => "",
            string text => text,
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            object other => other.ToString() ?? "",
        };

    /// <summary>A number; null where the cell holds none: no figure, or a suppressed one.</summary>
    public static double? Number(this FigureTable table, TableRow row, string column) => Number(table.Cell(row, column));

    public static double? Number(object? cell) =>
        cell is IConvertible number and not string and not bool and not char and not DateTime
            ? number.ToDouble(CultureInfo.InvariantCulture)
            : null;

    /// <summary>A number, or the least that a banded cell can be: 10 for <c>10–24</c>, 1 for a small count.</summary>
    public static double? AtLeast(this FigureTable table, TableRow row, string column) =>
        table.Cell(row, column) is not string text ? table.Number(row, column)
        : text.StartsWith('<') ? 1
        : double.TryParse(
            text.AsSpan(0, text.TakeWhile(c => char.IsAsciiDigit(c) || c == ',').Count()),
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture,
            out double least
        )
            ? least
        : null;

    /// <summary>A count as printed: the number, or what the study told in its place.</summary>
    public static string Words(this FigureTable table, TableRow row, string column, Phrases phrases) =>
        table.Number(row, column) is { } n ? NumberWords.Count(n, phrases.Signs) : table.Text(row, column);

    /// <summary>The column's numbers, top to bottom.</summary>
    public static IReadOnlyList<double?> Numbers(this FigureTable table, string column) =>
        [.. table.Rows.Select(r => table.Number(r, column))];
}
