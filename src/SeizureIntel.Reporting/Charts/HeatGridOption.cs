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
    private const int Empty = -1;

    /// <summary>The drawing of a grid, 720 px wide and as high as its rows need.</summary>
    public static ChartDrawing Draw(HeatGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        JsonObject option = ChartParts.Frame(grid.Note, hasLegend: false, []);
        int nameWidth = grid.ShowsSilence ? 222 : NameWidth;
        double cellWidth = (ChartParts.Width - nameWidth - 16.0) / Math.Max(1, grid.Columns.Count);
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

        JsonObject columns = ChartParts.CategoryAxis(grid.Columns.Select(ChartParts.Literal));
        columns["position"] = "top";
        columns["axisLine"] = new JsonObject { ["show"] = false };
        columns["splitLine"] = new JsonObject { ["show"] = false };
        columns["axisLabel"]!["hideOverlap"] = grid.ShowsSilence;
        if (!grid.ShowsSilence)
        {
            columns["axisLabel"]!["interval"] = 0;
            columns["axisLabel"]!["width"] = Math.Round(cellWidth) - 4;
            columns["axisLabel"]!["overflow"] = "break";
            columns["axisLabel"]!["lineHeight"] = 13;
        }

        option["xAxis"] = columns;
        JsonObject rows = ChartParts.CategoryAxis(grid.Rows.Select(ChartParts.Literal));
        rows["inverse"] = true;
        rows["axisLine"] = new JsonObject { ["show"] = false };
        rows["axisLabel"] = ChartParts.RowNames(nameWidth);
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
            .Select(at => EmptyCell(at.Column, at.Row, grid));
        option["series"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "heatmap",
                ["data"] = new JsonArray([.. empty, .. grid.Cells.Select(c => Cell(c, grid, most, cellWidth))]),
                ["emphasis"] = new JsonObject { ["disabled"] = true },
                ["itemStyle"] = new JsonObject { ["borderColor"] = ChartColours.Paper.Light, ["borderWidth"] = 2 },
            }
        );
        return ChartParts.Drawing(
            grid.Id,
            grid.AltText,
            top + 6 + grid.Rows.Count * (grid.ShowsSilence ? StripRowHeight : RowHeight),
            option
        );
    }

    private static JsonNode Piece(int step, ChartColour colour) => new JsonObject { ["value"] = step, ["color"] = colour.Light };

    private static JsonNode EmptyCell(int column, int row, HeatGrid grid) =>
        new JsonObject
        {
            ["name"] = ChartParts.Literal($"{grid.Rows[row]}, {grid.Columns[column]}: none"),
            ["value"] = new JsonArray(column, row, Empty),
            ["itemStyle"] = new JsonObject { ["borderColor"] = ChartColours.Grid.Light, ["borderWidth"] = 1 },
            ["label"] = Label(grid.ShowsSilence ? "–" : "", ChartColours.Muted),
        };

    private static JsonNode Cell(GridCell cell, HeatGrid grid, double most, double cellWidth)
    {
        int step = Step(cell.Value, most);
        return new JsonObject
        {
            ["name"] = ChartParts.Literal($"{grid.Rows[cell.Row]}, {grid.Columns[cell.Column]}: {cell.Text}"),
            ["value"] = new JsonArray(cell.Column, cell.Row, step),
            ["label"] = Label(cell.Text.Length * 7 + 4 <= cellWidth ? cell.Text : "", ChartColours.StepInks[step]),
        };
    }

    private static JsonObject Label(string text, ChartColour colour)
    {
        JsonObject label = ChartParts.Text(colour, 11);
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
