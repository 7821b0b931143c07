using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>What all charts share: their widths, and their parts as options of the browser's chart library.</summary>
internal static class ChartParts
{
    // 720 px is the text width of a portrait A4 page at 96 dpi with 10 mm margins.
    public const int Width = 720;

    // Half of the text width of a printed page, less the gap between two columns.
    public const int NarrowWidth = 344;

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int WidthOf(Chart chart) => chart.IsNarrow ? NarrowWidth : Width;

    public static ChartOption Option(JsonObject option, int width, int height) => new(option.ToJsonString(Compact), width, height);

    public static JsonObject Frame(string? note, bool hasLegend, IEnumerable<JsonNode> legend, bool isNarrow = false)
    {
        var option = new JsonObject
        {
            ["animation"] = false,
            ["textStyle"] = new JsonObject { ["fontFamily"] = "system-ui, sans-serif", ["color"] = ChartColours.Ink.Light },
            ["aria"] = new JsonObject { ["enabled"] = false },
        };
        if (note is not null)
        {
            option["title"] = new JsonObject
            {
                ["text"] = note,
                ["left"] = 0,
                ["top"] = 0,
                ["padding"] = 0,
                ["textStyle"] = Text(ChartColours.Signal, 12, bold: true),
            };
        }

        if (hasLegend)
        {
            option["legend"] = new JsonObject
            {
                ["left"] = 0,
                ["top"] = note is null ? 0 : NoteHeight,
                // Letters are taller than the symbols that the library leaves room for.
                ["padding"] = new JsonArray(3, 0, 0, 0),
                ["itemGap"] = isNarrow ? 12 : 18,
                ["itemWidth"] = isNarrow ? 17 : 26,
                ["itemHeight"] = 10,
                ["data"] = new JsonArray([.. legend.Select(entry => (JsonNode)entry.DeepClone())]),
                ["textStyle"] = Text(ChartColours.Ink, isNarrow ? 10 : 12),
            };
        }

        return option;
    }

    public static JsonNode Entry(string name) => new JsonObject { ["name"] = name };

    /// <summary>A legend entry that shows the line only, without the point that lines here do not have.</summary>
    public static JsonNode LineEntry(string name) =>
        new JsonObject
        {
            ["name"] = name,
            ["itemStyle"] = new JsonObject { ["opacity"] = 0 },
        };

    public static int NoteHeight => 22;

    public static int Top(string? note, bool hasLegend) => (note is null ? 0 : NoteHeight) + (hasLegend ? 26 : 0);

    public static JsonObject Text(ChartColour colour, double size, bool bold = false) =>
        new()
        {
            ["color"] = colour.Light,
            ["fontSize"] = size,
            ["fontWeight"] = bold ? 600 : 400,
        };

    public static JsonObject ValueAxis(string? name, double size = 11) =>
        new()
        {
            ["type"] = "value",
            ["name"] = name,
            ["nameLocation"] = "end",
            ["nameTextStyle"] = new JsonObject
            {
                ["color"] = ChartColours.Muted.Light,
                ["fontSize"] = size,
                ["align"] = "left",
                ["padding"] = new JsonArray(0, 0, 0, -46),
            },
            ["minInterval"] = 1,
            ["splitNumber"] = 4,
            ["axisLabel"] = Text(ChartColours.Muted, size),
            ["splitLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = ChartColours.Grid.Light } },
        };

    public static JsonObject CategoryAxis(IEnumerable<string> names, double size = 11) =>
        new()
        {
            ["type"] = "category",
            ["data"] = Words(names),
            ["axisTick"] = new JsonObject { ["show"] = false },
            ["axisLine"] = new JsonObject { ["lineStyle"] = new JsonObject { ["color"] = ChartColours.Muted.Light } },
            ["axisLabel"] = Text(ChartColours.Muted, size),
        };

    /// <summary>Names beside rows: broken onto a second line rather than cut. Fonts differ by machine, so the measure is kept shorter than the room.</summary>
    public static JsonObject RowNames(int room, double size = 11)
    {
        JsonObject names = Text(ChartColours.Ink, size);
        names["width"] = Math.Round(room * 0.86);
        names["overflow"] = "break";
        names["lineHeight"] = size + 1;
        names["interval"] = 0;
        return names;
    }

    public static JsonArray Words(IEnumerable<string> words) => [.. words.Select(w => (JsonNode?)JsonValue.Create(w))];

    public static JsonArray Numbers(IEnumerable<double?> numbers) =>
        [.. numbers.Select(n => n is { } value ? (JsonNode?)JsonValue.Create(value) : null)];

    /// <summary>Braces would be read as a template.</summary>
    public static string Literal(string text) => text.Replace('{', '(').Replace('}', ')');
}
