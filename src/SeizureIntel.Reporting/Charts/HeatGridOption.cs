using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>A grid as options.</summary>
internal static class HeatGridOption
{
    private const int Empty = -1;

    public static ChartOption Of(HeatGrid grid)
    {
        GridLayout layout = GridLayout.Of(grid);
        JsonObject option = ChartParts.Frame(grid.Note, hasLegend: false, []);
        option["tooltip"] = new JsonObject { ["trigger"] = "item", ["formatter"] = "{b}" };
        option["grid"] = new JsonObject
        {
            ["left"] = layout.Left,
            ["right"] = 4,
            ["top"] = layout.Top,
            ["bottom"] = Math.Round(layout.Height - layout.Top - layout.Row * grid.Rows.Count),
        };

        JsonObject columns = ChartParts.CategoryAxis(grid.Columns.Select(ChartParts.Literal), layout.Size);
        columns["position"] = "top";
        columns["axisLine"] = new JsonObject { ["show"] = false };
        columns["splitLine"] = new JsonObject { ["show"] = false };
        columns["axisLabel"]!["hideOverlap"] = grid.ShowsSilence;
        if (!grid.ShowsSilence)
        {
            columns["axisLabel"]!["interval"] = 0;
            columns["axisLabel"]!["width"] = Math.Round(layout.Cell) - 4;
            columns["axisLabel"]!["overflow"] = "break";
            columns["axisLabel"]!["lineHeight"] = layout.Size + 2;
        }

        option["xAxis"] = columns;
        JsonObject rows = ChartParts.CategoryAxis(grid.Rows.Select(ChartParts.Literal));
        rows["inverse"] = true;
        rows["axisLine"] = new JsonObject { ["show"] = false };
        rows["axisLabel"] = ChartParts.RowNames(layout.Names, layout.NameSize);
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
            .Select(at => EmptyCell(at.Column, at.Row, grid, layout.Size));
        option["series"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "heatmap",
                ["data"] = new JsonArray([.. empty, .. grid.Cells.Select(c => Cell(c, grid, most, layout))]),
                ["emphasis"] = new JsonObject { ["disabled"] = true },
                ["itemStyle"] = new JsonObject { ["borderColor"] = ChartColours.Paper.Light, ["borderWidth"] = layout.Gap },
            }
        );
        return ChartParts.Option(option, layout.Width, layout.Height);
    }

    private static JsonNode Piece(int step, ChartColour colour) => new JsonObject { ["value"] = step, ["color"] = colour.Light };

    private static JsonNode EmptyCell(int column, int row, HeatGrid grid, double size) =>
        new JsonObject
        {
            ["name"] = ChartParts.Literal($"{grid.Rows[row]}, {grid.Columns[column]}: {grid.Words.None}"),
            ["value"] = new JsonArray(column, row, Empty),
            ["itemStyle"] = new JsonObject { ["borderColor"] = ChartColours.Grid.Light, ["borderWidth"] = 1 },
            ["label"] = Label(grid.ShowsSilence ? "–" : "", ChartColours.Muted, size),
        };

    private static JsonNode Cell(GridCell cell, HeatGrid grid, double most, GridLayout layout)
    {
        int step = GridLayout.Step(cell.Value, most);
        return new JsonObject
        {
            ["name"] = ChartParts.Literal($"{grid.Rows[cell.Row]}, {grid.Columns[cell.Column]}: {cell.Text}"),
            ["value"] = new JsonArray(cell.Column, cell.Row, step),
            ["label"] = Label(
                LetterWidths.Of(cell.Text, layout.Size) + 3 <= layout.Cell ? cell.Text : "",
                ChartColours.StepInks[step],
                layout.Size
            ),
        };
    }

    private static JsonObject Label(string text, ChartColour colour, double size)
    {
        JsonObject label = ChartParts.Text(colour, size);
        label["show"] = text.Length > 0;
        label["formatter"] = ChartParts.Literal(text);
        return label;
    }
}
