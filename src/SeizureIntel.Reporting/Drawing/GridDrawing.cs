using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Draws counts by two dimensions: a rectangle a cell.</summary>
internal static class GridDrawing
{
    private const int MostLines = 3;

    public static Sheet Of(HeatGrid grid, ChartLook look)
    {
        GridLayout layout = GridLayout.Of(grid);
        var sheet = new Sheet(layout.Width, layout.Height, look);
        Heads(sheet, grid, layout);
        Dictionary<(int, int), GridCell> cells = grid.Cells.ToDictionary(c => (c.Column, c.Row));
        double most = grid.Cells.Max(c => c.Value) ?? 0;
        for (int row = 0; row < grid.Rows.Count; row++)
        {
            double middle = layout.Top + layout.Row * (row + 0.5);
            SheetParts.RowName(sheet, grid.Rows[row], layout.Left - 8, middle, layout.Names + 3, layout.NameSize, layout.Row);
            for (int column = 0; column < grid.Columns.Count; column++)
                Cell(sheet, grid, layout, cells.GetValueOrDefault((column, row)), column, row, most);
        }

        SheetParts.Note(sheet, grid);
        return sheet;
    }

    private static void Heads(Sheet sheet, HeatGrid grid, GridLayout layout)
    {
        for (int column = 0; column < grid.Columns.Count; column += layout.Every)
        {
            double middle = layout.Left + layout.Cell * (column + 0.5);
            IReadOnlyList<string> lines = grid.ShowsSilence
                ? [grid.Columns[column]]
                : TextLines.Of(grid.Columns[column], layout.Cell - 4, layout.Size, MostLines);
            // The last line of each stands just above the cells.
            for (int i = 0; i < lines.Count; i++)
                sheet.Text(
                    lines[i],
                    middle,
                    layout.Top - 5 - (lines.Count - 1 - i) * (layout.Size + 2),
                    TextAnchor.Middle,
                    layout.Size,
                    ChartColours.Muted
                );
        }
    }

    private static void Cell(Sheet sheet, HeatGrid grid, GridLayout layout, GridCell? cell, int column, int row, double most)
    {
        double left = layout.Left + layout.Cell * column,
            top = layout.Top + layout.Row * row,
            wide = layout.Cell - layout.Gap,
            high = layout.Row - layout.Gap;
        string text = grid.ShowsSilence ? "–" : "";
        ChartColour ink = ChartColours.Muted;
        if (cell is null)
            sheet.Frame(left + 0.5, top + 0.5, wide - 1, high - 1, ChartColours.Grid, 1);
        else
        {
            int step = GridLayout.Step(cell.Value, most);
            sheet.Box(left, top, wide, high, ChartColours.Steps[step]);
            ink = ChartColours.StepInks[step];
            text = LetterWidths.Of(cell.Text, layout.Size) + 3 <= layout.Cell ? cell.Text : "";
        }

        sheet.Text(text, left + wide / 2, Sheet.Centred(top + high / 2, layout.Size), TextAnchor.Middle, layout.Size, ink);
    }
}
