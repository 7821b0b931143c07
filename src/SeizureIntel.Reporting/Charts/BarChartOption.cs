using System;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>A bar chart as options.</summary>
internal static class BarChartOption
{
    // Sets keep apart in grey too: each but the first is striped another way.
    private static readonly double[] Stripes = [0, Math.PI / 4, -Math.PI / 4, 0];

    public static ChartOption Of(BarChart chart)
    {
        BarLayout layout = BarLayout.Of(chart);
        bool hasLegend = chart.Series.Count > 1;
        JsonObject option = ChartParts.Frame(chart.Note, hasLegend, chart.Series.Select(s => ChartParts.Entry(s.Name)), chart.IsNarrow);
        option["tooltip"] = new JsonObject { ["trigger"] = "item" };
        option["grid"] = new JsonObject
        {
            ["left"] = layout.Left,
            ["right"] = Math.Round(layout.Width - layout.Right),
            ["top"] = layout.Top,
            ["bottom"] = Math.Round(layout.Height - layout.Top - layout.Row * chart.Categories.Count),
        };
        JsonObject names = ChartParts.CategoryAxis(chart.Categories);
        names["inverse"] = true;
        names["axisLabel"] = ChartParts.RowNames(layout.Names, layout.NameSize);
        option["yAxis"] = names;
        JsonObject values = ChartParts.ValueAxis(null);
        values["axisLabel"] = new JsonObject { ["show"] = false };
        values["max"] = layout.Most;
        values["splitLine"] = new JsonObject { ["show"] = false };
        option["xAxis"] = values;
        option["series"] = new JsonArray([.. chart.Series.Select((s, i) => Bars(s, i, chart, layout))]);
        return ChartParts.Option(option, layout.Width, layout.Height);
    }

    private static JsonNode Bars(BarSeries series, int index, BarChart chart, BarLayout layout)
    {
        var bars = new JsonObject
        {
            ["name"] = series.Name,
            ["type"] = "bar",
            ["data"] = new JsonArray([
                .. series.Values.Select(
                    (value, i) => Bar(value, i < series.Labels.Count ? series.Labels[i] : null, layout, chart.IsStacked)
                ),
            ]),
            ["barMaxWidth"] = Math.Round(layout.Bar, 1),
            ["emphasis"] = new JsonObject { ["disabled"] = true },
            ["itemStyle"] = new JsonObject
            {
                ["color"] = ChartColours.Series[index % ChartColours.Series.Count].Light,
                ["borderColor"] = ChartColours.Paper.Light,
                ["borderWidth"] = chart.IsStacked ? 0.5 : 0,
            },
        };
        if (index > 0)
        {
            bars["itemStyle"]!["decal"] = new JsonObject
            {
                ["color"] = ChartColours.Paper.Light,
                ["dashArrayX"] = new JsonArray(1, 0),
                ["dashArrayY"] = new JsonArray(4, 1.5),
                ["rotation"] = Stripes[index % Stripes.Length],
            };
        }

        if (chart.IsStacked)
            bars["stack"] = "all";
        return bars;
    }

    // A suppressed bar has no length but keeps its label, so that it is not taken for zero.
    private static JsonNode Bar(double? value, string? label, BarLayout layout, bool isStacked)
    {
        var bar = new JsonObject { ["value"] = value ?? 0 };
        if (label is null)
            return bar;
        // Within a stack a label stands in its part, where it fits.
        bar["label"] = ChartParts.Text(isStacked ? ChartColours.Paper : ChartColours.Ink, layout.LabelSize);
        bar["label"]!["show"] = !isStacked || LetterWidths.Of(label, layout.LabelSize) + 4 <= layout.Length(value ?? 0);
        bar["label"]!["position"] = isStacked ? "inside" : "right";
        bar["label"]!["formatter"] = ChartParts.Literal(label);
        return bar;
    }
}
