using System;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Turns a bar chart into its drawing.</summary>
public static class BarChartOption
{
    private const int RowHeight = 25;
    private const int NameWidth = 216;
    private const int NarrowRowHeight = 19;
    private const int NarrowNameWidth = 116;
    private const double LetterWidth = 5.6;

    /// <summary>The drawing of a bar chart, 720 px wide (344 px where it is narrow) and as high as its categories need.</summary>
    public static ChartDrawing Draw(BarChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        bool hasLegend = chart.Series.Count > 1;
        JsonObject option = ChartParts.Frame(chart.Note, hasLegend, chart.Series.Select(s => ChartParts.Entry(s.Name)), chart.IsNarrow);
        int top = ChartParts.Top(chart.Note, hasLegend) + 4,
            room = chart.IsNarrow ? NarrowNameWidth : NameWidth,
            size = chart.IsNarrow ? 10 : 12;
        option["tooltip"] = new JsonObject { ["trigger"] = "item" };
        option["grid"] = new JsonObject
        {
            ["left"] = room + (chart.IsNarrow ? 6 : 12),
            ["right"] = chart.IsNarrow ? LabelRoom(chart) : 150,
            ["top"] = top,
            ["bottom"] = 6,
        };
        JsonObject names = ChartParts.CategoryAxis(chart.Categories);
        names["inverse"] = true;
        names["axisLabel"] = ChartParts.RowNames(room, chart.IsNarrow ? 10 : 11);
        option["yAxis"] = names;
        JsonObject values = ChartParts.ValueAxis(null);
        values["axisLabel"] = new JsonObject { ["show"] = false };
        values["splitLine"] = new JsonObject { ["show"] = false };
        option["xAxis"] = values;
        option["series"] = new JsonArray([.. chart.Series.Select((s, i) => Bars(s, i, chart.IsStacked, size))]);
        int row = chart.IsNarrow ? NarrowRowHeight : RowHeight;
        return ChartParts.Drawing(
            chart.Id,
            chart.AltText,
            top + 12 + chart.Categories.Count * (chart.IsStacked ? row : Math.Max(row, 16 * chart.Series.Count)),
            option,
            chart.IsNarrow
        );
    }

    // The longest bar leaves room for its label.
    private static int LabelRoom(BarChart chart) =>
        (int)Math.Clamp(8 + LetterWidth * chart.Series.SelectMany(s => s.Labels).Select(l => l.Length).DefaultIfEmpty(6).Max(), 40, 150);

    private static JsonNode Bars(BarSeries series, int index, bool isStacked, int size)
    {
        var bars = new JsonObject
        {
            ["name"] = series.Name,
            ["type"] = "bar",
            ["data"] = new JsonArray([
                .. series.Values.Select((value, i) => Bar(value, i < series.Labels.Count ? series.Labels[i] : null, size)),
            ]),
            ["barMaxWidth"] = size == 12 ? 15 : 11,
            ["emphasis"] = new JsonObject { ["disabled"] = true },
            ["itemStyle"] = new JsonObject
            {
                ["color"] = ChartColours.Series[index % ChartColours.Series.Count].Light,
                ["borderColor"] = ChartColours.Paper.Light,
                ["borderWidth"] = isStacked ? 0.5 : 0,
            },
        };
        if (isStacked)
            bars["stack"] = "all";
        return bars;
    }

    // A suppressed bar has no length but keeps its label, so that it is not taken for zero.
    private static JsonNode Bar(double? value, string? label, int size)
    {
        var bar = new JsonObject { ["value"] = value ?? 0 };
        if (label is null)
            return bar;
        bar["label"] = ChartParts.Text(ChartColours.Ink, size);
        bar["label"]!["show"] = true;
        bar["label"]!["position"] = "right";
        bar["label"]!["formatter"] = ChartParts.Literal(label);
        return bar;
    }
}
