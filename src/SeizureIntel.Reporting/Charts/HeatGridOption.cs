using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Turns a grid into its drawing.</summary>
public static class HeatGridOption
{
    private const int RowHeight = 26;
    private const int StripRowHeight = 21;
    private const int NameWidth = 236;
    private const int NarrowRowHeight = 22;
    private const int NarrowStripRowHeight = 16;
    private const int NarrowNameWidth = 112;
    private const int LongWord = 6;
    private const int Empty = -1;

    /// <summary>The drawing of a grid, 720 px wide (344 px where it is narrow) and as high as its rows need.</summary>
    public static ChartDrawing Draw(HeatGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        JsonObject option = ChartParts.Frame(grid.Note, hasLegend: false, []);
        int nameWidth = grid.IsNarrow ? NarrowNameWidth
            : grid.ShowsSilence ? 222
            : NameWidth,
            width = grid.IsNarrow ? ChartParts.NarrowWidth : ChartParts.Width,
            // Bands of an open edition are longer words than counts.
            size = grid.IsNarrow ? 9
            : grid.Cells.Any(c => c.Text.Length > LongWord) ? 10
            : 11;
        double cellWidth = (width - nameWidth - 16.0) / Math.Max(1, grid.Columns.Count);
        int head = cellWidth >= 70 || grid.ShowsSilence ? 22 : 40;
        int top = ChartParts.Top(grid.Note, hasLegend: false) + head;
        option["tooltip"] = new JsonObject { ["trigger"] = "item", ["formatter"] = "{b}" };
        option["grid"] = new JsonObject
        {
            ["left"] = nameWidth + 12,
            ["right"] = 4,
            ["top"] = top,
            ["bottom"] = 4,
        };

        JsonObject columns = ChartParts.CategoryAxis(grid.Columns.Select(ChartParts.Literal), size);
        columns["position"] = "top";
        columns["axisLine"] = new JsonObject { ["show"] = false };
        columns["splitLine"] = new JsonObject { ["show"] = false };
        columns["axisLabel"]!["hideOverlap"] = grid.ShowsSilence;
        if (!grid.ShowsSilence)
        {
            columns["axisLabel"]!["interval"] = 0;
            columns["axisLabel"]!["width"] = Math.Round(cellWidth) - 4;
            columns["axisLabel"]!["overflow"] = "break";
            columns["axisLabel"]!["lineHeight"] = size + 2;
        }

        option["xAxis"] = columns;
        JsonObject rows = ChartParts.CategoryAxis(grid.Rows.Select(ChartParts.Literal));
        rows["inverse"] = true;
        rows["axisLine"] = new JsonObject { ["show"] = false };
        rows["axisLabel"] = ChartParts.RowNames(nameWidth, grid.IsNarrow ? 10 : 11);
        option["yAxis"] = rows;

        double most = grid.Cells.Max(c => c.Value) ?? 0;
        // A cell's third value is its step, not its count: the step picks the fill.
        option["visualMap"] = new JsonObject
        {
            ["show"] = false,
            ["type"] = "piecewise",
            ["dimension"] = 2,
            ["pieces"] = new JsonArray([
                Piece(Empty, ChartColours.Paper),
                .. ChartColours.Steps.Select((colour, step) => Piece(step, colour)),
            ]),
        };
        IEnumerable<JsonNode> empty = Enumerable
            .Range(0, grid.Rows.Count)
            .SelectMany(row => Enumerable.Range(0, grid.Columns.Count).Select(column => (Column: column, Row: row)))
            .Where(at => !grid.Cells.Any(c => c.Column == at.Column && c.Row == at.Row))
            .Select(at => EmptyCell(at.Column, at.Row, grid, size));
        option["series"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "heatmap",
                ["data"] = new JsonArray([.. empty, .. grid.Cells.Select(c => Cell(c, grid, most, cellWidth, size))]),
                ["emphasis"] = new JsonObject { ["disabled"] = true },
                ["itemStyle"] = new JsonObject { ["borderColor"] = ChartColours.Paper.Light, ["borderWidth"] = grid.IsNarrow ? 1 : 2 },
            }
        );
        int rowHeight =
            grid.IsNarrow ? (grid.ShowsSilence ? NarrowStripRowHeight : NarrowRowHeight)
            : grid.ShowsSilence ? StripRowHeight
            : RowHeight;
        return ChartParts.Drawing(grid.Id, grid.AltText, top + 6 + grid.Rows.Count * rowHeight, option, grid.IsNarrow);
    }

    private static JsonNode Piece(int step, ChartColour colour) => new JsonObject { ["value"] = step, ["color"] = colour.Light };

    private static JsonNode EmptyCell(int column, int row, HeatGrid grid, int size) =>
        new JsonObject
        {
            ["name"] = ChartParts.Literal($"{grid.Rows[row]}, {grid.Columns[column]}: none"),
            ["value"] = new JsonArray(column, row, Empty),
            ["itemStyle"] = new JsonObject { ["borderColor"] = ChartColours.Grid.Light, ["borderWidth"] = 1 },
            ["label"] = Label(grid.ShowsSilence ? "–" : "", ChartColours.Muted, size),
        };

    private static JsonNode Cell(GridCell cell, HeatGrid grid, double most, double cellWidth, int size)
    {
        int step = Step(cell.Value, most);
        return new JsonObject
        {
            ["name"] = ChartParts.Literal($"{grid.Rows[cell.Row]}, {grid.Columns[cell.Column]}: {cell.Text}"),
            ["value"] = new JsonArray(cell.Column, cell.Row, step),
            ["label"] = Label(cell.Text.Length * LetterWidth(size) + 3 <= cellWidth ? cell.Text : "", ChartColours.StepInks[step], size),
        };
    }

    // Fonts differ by machine: digits are taken to be wide.
    private static double LetterWidth(int size) => size * 0.6;

    private static JsonObject Label(string text, ChartColour colour, int size)
    {
        JsonObject label = ChartParts.Text(colour, size);
        label["show"] = text.Length > 0;
        label["formatter"] = ChartParts.Literal(text);
        return label;
    }

    // Counts spread over powers of ten: steps are equal in the logarithm, or one dark cell would hide the rest.
    private static int Step(double? value, double most)
    {
        if (value is not { } count || count <= 0 || most <= 0)
            return 0;
        double share = Math.Log(1 + count) / Math.Log(1 + most);
        return Math.Clamp((int)Math.Ceiling(share * ChartColours.Steps.Count) - 1, 0, ChartColours.Steps.Count - 1);
    }
}
