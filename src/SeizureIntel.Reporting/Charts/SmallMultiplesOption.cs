using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Small multiples as options: a grid with its two axes for each panel.</summary>
internal static class SmallMultiplesOption
{
    public static ChartOption Of(SmallMultiples chart)
    {
        MultiplesLayout layout = MultiplesLayout.Of(chart);
        JsonObject option = ChartParts.Frame(null, hasLegend: false, []);
        JsonObject[] titles =
        [
            .. chart.Panels.Select(
                (p, i) =>
                    new JsonObject
                    {
                        ["text"] = p.Title,
                        ["left"] = Share(layout.Plots[i].Left, layout.Width),
                        ["top"] = layout.Plots[i].Top - 15,
                        ["padding"] = 0,
                        ["textStyle"] = ChartParts.Text(ChartColours.Ink, layout.Size + 1, bold: true),
                    }
            ),
        ];
        JsonArray all = [.. titles];
        if (chart.Note is { } note)
            all.Insert(
                0,
                new JsonObject
                {
                    ["text"] = note,
                    ["padding"] = 0,
                    ["textStyle"] = ChartParts.Text(ChartColours.Signal, 12, bold: true),
                }
            );
        option["title"] = all;
        option["tooltip"] = new JsonObject { ["trigger"] = "axis" };
        option["grid"] = new JsonArray([
            .. layout.Plots.Select(p =>
                (JsonNode)
                    new JsonObject
                    {
                        ["left"] = Share(p.Left, layout.Width),
                        ["width"] = Share(layout.Wide, layout.Width),
                        ["top"] = p.Top,
                        ["height"] = MultiplesLayout.High,
                    }
            ),
        ]);
        option["xAxis"] = new JsonArray([.. chart.Panels.Select((_, i) => Labels(chart, layout, i))]);
        option["yAxis"] = new JsonArray([.. chart.Panels.Select((_, i) => Values(layout, i))]);
        option["series"] = new JsonArray([.. chart.Panels.SelectMany((p, i) => Series(chart, p, i))]);
        return ChartParts.Option(option, layout.Width, layout.Height);
    }

    private static JsonNode Labels(SmallMultiples chart, MultiplesLayout layout, int panel)
    {
        JsonObject axis = ChartParts.CategoryAxis(chart.Labels, layout.Size);
        axis["gridIndex"] = panel;
        axis["boundaryGap"] = false;
        axis["axisLabel"]!["interval"] = Math.Max(0, chart.Labels.Count - 2);
        axis["axisLabel"]!["alignMinLabel"] = "left";
        axis["axisLabel"]!["alignMaxLabel"] = "right";
        return axis;
    }

    private static JsonNode Values(MultiplesLayout layout, int panel)
    {
        JsonObject axis = ChartParts.ValueAxis(null, layout.Size);
        axis["gridIndex"] = panel;
        axis["max"] = layout.Tops[panel];
        axis["interval"] = layout.Tops[panel];
        return axis;
    }

    private static IEnumerable<JsonNode> Series(SmallMultiples chart, ChartPanel panel, int index)
    {
        string band = string.Create(CultureInfo.InvariantCulture, $"band {index}");
        foreach (
            JsonObject series in (JsonObject[])
                [
                    .. LineChartOption.Band(panel.Band, chart.Words, band),
                    Line(panel),
                    .. LineChartOption.Flags(chart.Labels, panel.Values, panel.Flags, chart.Words, size: 8),
                ]
        )
        {
            series["xAxisIndex"] = index;
            series["yAxisIndex"] = index;
            yield return series;
        }
    }

    private static JsonObject Line(ChartPanel panel) =>
        new()
        {
            ["name"] = panel.Title,
            ["type"] = "line",
            ["z"] = 3,
            ["symbol"] = "none",
            ["data"] = ChartParts.Numbers(panel.Values),
            ["lineStyle"] = new JsonObject { ["color"] = ChartColours.Blue.Light, ["width"] = 1.6 },
            ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Blue.Light },
        };

    // Panels keep their shares of the width where a page is narrower than print.
    private static string Share(double pixels, double width) => FormattableString.Invariant($"{pixels / width * 100:0.##}%");
}
