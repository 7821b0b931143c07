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

    /// <summary>The drawing of a bar chart, 720 px wide and as high as its categories need.</summary>
    public static ChartDrawing Draw(BarChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        bool hasLegend = chart.Series.Count > 1;
        JsonObject option = ChartParts.Frame(chart.Note, hasLegend, chart.Series.Select(s => ChartParts.Entry(s.Name)));
        int top = ChartParts.Top(chart.Note, hasLegend) + 4;
        option["tooltip"] = new JsonObject { ["trigger"] = "item" };
        option["grid"] = new JsonObject
        {
            ["left"] = NameWidth + 12,
            ["right"] = 150,
            ["top"] = top,
            ["bottom"] = 6,
        };
        JsonObject names = ChartParts.CategoryAxis(chart.Categories);
        names["inverse"] = true;
        names["axisLabel"] = ChartParts.RowNames(NameWidth);
        option["yAxis"] = names;
        JsonObject values = ChartParts.ValueAxis(null);
        values["axisLabel"] = new JsonObject { ["show"] = false };
        values["splitLine"] = new JsonObject { ["show"] = false };
        option["xAxis"] = values;
        option["series"] = new JsonArray([.. chart.Series.Select((s, i) => Bars(s, i, chart.IsStacked))]);
        return ChartParts.Drawing(
            chart.Id,
            chart.AltText,
            top + 12 + chart.Categories.Count * (chart.IsStacked ? RowHeight : Math.Max(RowHeight, 16 * chart.Series.Count)),
            option
        );
    }

    private static JsonNode Bars(BarSeries series, int index, bool isStacked)
    {
        var bars = new JsonObject
        {
            ["name"] = series.Name,
            ["type"] = "bar",
            ["data"] = new JsonArray([
                .. series.Values.Select((value, i) => Bar(value, i < series.Labels.Count ? series.Labels[i] : null)),
            ]),
            ["barMaxWidth"] = 15,
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
    private static JsonNode Bar(double? value, string? label)
    {
        var bar = new JsonObject { ["value"] = value ?? 0 };
        if (label is null)
            return bar;
        bar["label"] = ChartParts.Text(ChartColours.Ink, 12);
        bar["label"]!["show"] = true;
        bar["label"]!["position"] = "right";
        bar["label"]!["formatter"] = ChartParts.Literal(label);
        return bar;
    }
}
