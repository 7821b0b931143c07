using System;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Turns a grid into its drawing.</summary>
public static class HeatGridOption
{
    private const int RowHeight = 24;
    private const int NameWidth = 210;

    /// <summary>The drawing of a grid, 720 px wide and as high as its rows need.</summary>
    public static ChartDrawing Draw(HeatGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        JsonObject option = ChartParts.Frame(grid.Note, hasLegend: false, []);
        int nameWidth = grid.ShowsSilence ? 140 : NameWidth;
        double cellWidth = (ChartParts.Width - nameWidth - 16.0) / Math.Max(1, grid.Columns.Count);
        int head = cellWidth >= 70 || grid.ShowsSilence ? 22 : 40;
        int top = ChartParts.Top(grid.Note, hasLegend: false) + head;
        option["tooltip"] = new JsonObject { ["trigger"] = "item" };
        option["grid"] = new JsonObject { ["left"] = nameWidth + 12, ["right"] = 4, ["top"] = top, ["bottom"] = 4 };

        JsonObject columns = ChartParts.CategoryAxis(grid.Columns.Select(ChartParts.Literal));
        columns["position"] = "top";
        columns["axisLine"] = new JsonObject { ["show"] = false };
        columns["splitLine"] = new JsonObject { ["show"] = false };
        columns["axisLabel"]!["hideOverlap"] = true;
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
        rows["axisLabel"] = ChartParts.Text(ChartColours.Ink, 12);
        rows["axisLabel"]!["width"] = nameWidth;
        rows["axisLabel"]!["overflow"] = "truncate";
        rows["axisLabel"]!["interval"] = 0;
        option["yAxis"] = rows;

        double most = grid.Cells.Max(c => c.Value) ?? 0;
        option["series"] = new JsonArray(
            Cells(new JsonArray([.. Enumerable.Range(0, grid.Rows.Count).SelectMany(r => Enumerable.Range(0, grid.Columns.Count).Select(c => Empty(c, r, grid)).OfType<JsonNode>())])),
            Cells(new JsonArray([.. grid.Cells.Select(c => Cell(c, most, cellWidth))])));
        return ChartParts.Drawing(grid.Id, grid.AltText, top + 6 + grid.Rows.Count * RowHeight, option);
    }

    private static JsonObject Cells(JsonArray cells) => new()
    {
        ["type"] = "heatmap",
        ["data"] = cells,
        ["emphasis"] = new JsonObject { ["disabled"] = true },
        ["itemStyle"] = new JsonObject { ["borderColor"] = ChartColours.Paper.Light, ["borderWidth"] = 2 },
    };

    private static JsonObject? Empty(int column, int row, HeatGrid grid) => grid.Cells.Any(c => c.Column == column && c.Row == row) ? null : new JsonObject
    {
        ["value"] = new JsonArray(column, row, 0),
        ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Paper.Light, ["borderColor"] = ChartColours.Grid.Light, ["borderWidth"] = 1 },
        ["label"] = Label(grid.ShowsSilence ? "–" : "", ChartColours.Muted),
    };

    private static JsonNode Cell(GridCell cell, double most, double cellWidth)
    {
        int step = Step(cell.Value, most);
        return new JsonObject
        {
            ["value"] = new JsonArray(cell.Column, cell.Row, cell.Value ?? 0),
            ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Steps[step].Light },
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
        if (value is not { } count || count <= 0 || most <= 0) return 0;
        double share = Math.Log(1 + count) / Math.Log(1 + most);
        return Math.Clamp((int)Math.Ceiling(share * ChartColours.Steps.Count) - 1, 0, ChartColours.Steps.Count - 1);
    }
}
