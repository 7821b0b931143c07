using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Turns a line chart into its drawing.</summary>
public static class LineChartOption
{
    private const int Height = 250;
    private const int NarrowHeight = 176;
    private const int LegendRow = 17;
    private const string Range = "Range expected";
    private const string Expected = "Expected";
    private const string Beyond = "Beyond the range";

    /// <summary>The drawing of a line chart, 720 by 250 px, or 344 by 176 px where it is narrow.</summary>
    public static ChartDrawing Draw(LineChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        List<JsonNode> legend = [.. chart.Lines.Select(l => ChartParts.LineEntry(l.Name))];
        if (chart.Band is not null)
            legend.AddRange([ChartParts.LineEntry(Expected), ChartParts.Entry(Range)]);
        if (chart.Flags.Count > 0)
            legend.Add(ChartParts.Entry(Beyond));
        JsonObject option = ChartParts.Frame(chart.Note, hasLegend: true, legend, chart.IsNarrow);
        int size = chart.IsNarrow ? 10 : 11,
            // Four entries and more take a second row on half a page.
            more = chart.IsNarrow && legend.Count > 3 ? LegendRow : 0;
        option["tooltip"] = new JsonObject { ["trigger"] = "axis" };
        option["grid"] = new JsonObject
        {
            ["left"] = chart.IsNarrow ? 36 : 46,
            ["right"] = 14,
            ["top"] = ChartParts.Top(chart.Note, hasLegend: true) + (chart.IsNarrow ? 16 : 24) + more,
            ["bottom"] = chart.IsNarrow ? 22 : 26,
        };
        JsonObject labels = ChartParts.CategoryAxis(chart.Labels, size);
        labels["boundaryGap"] = false;
        labels["axisLabel"]!["hideOverlap"] = true;
        option["xAxis"] = labels;
        option["yAxis"] = ChartParts.ValueAxis(chart.ValueName, size);
        option["series"] = new JsonArray([.. Band(chart), .. chart.Lines.Select(Line), .. Flags(chart)]);
        return ChartParts.Drawing(chart.Id, chart.AltText, (chart.IsNarrow ? NarrowHeight : Height) + more, option, chart.IsNarrow);
    }

    private static IEnumerable<JsonNode> Band(LineChart chart)
    {
        if (chart.Band is not { } band)
            yield break;
        // Two stacked areas, the lower one unseen, make the band between the bounds.
        yield return Area(" ", band.Low, null);
        yield return Area(Range, [.. band.High.Zip(band.Low, (high, low) => high - low)], ChartColours.Band.Light);
        yield return new JsonObject
        {
            ["name"] = Expected,
            ["type"] = "line",
            ["data"] = ChartParts.Numbers(band.Expected),
            ["symbol"] = "none",
            ["silent"] = true,
            ["z"] = 2,
            ["lineStyle"] = new JsonObject
            {
                ["color"] = ChartColours.Muted.Light,
                ["width"] = 1.2,
                ["type"] = "dotted",
            },
            ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Muted.Light },
        };
    }

    private static JsonObject Area(string name, IReadOnlyList<double?> values, string? colour) =>
        new()
        {
            ["name"] = name,
            ["type"] = "line",
            ["stack"] = "band",
            ["data"] = ChartParts.Numbers(values),
            ["symbol"] = colour is null ? "none" : "rect",
            ["showSymbol"] = false,
            ["silent"] = true,
            ["z"] = 1,
            ["tooltip"] = new JsonObject { ["show"] = false },
            ["lineStyle"] = new JsonObject { ["width"] = 0, ["color"] = colour ?? "transparent" },
            ["itemStyle"] = new JsonObject { ["color"] = colour ?? "transparent" },
            ["areaStyle"] = new JsonObject { ["color"] = colour ?? "transparent", ["opacity"] = colour is null ? 0 : 1 },
        };

    private static JsonNode Line(ChartLine line, int index)
    {
        string colour = ChartColours.Series[index % ChartColours.Series.Count].Light;
        return new JsonObject
        {
            ["name"] = line.Name,
            ["type"] = "line",
            ["data"] = ChartParts.Numbers(line.Values),
            ["symbol"] = line.Values.Count(v => v is not null) > 1 ? "none" : "circle",
            ["symbolSize"] = 7,
            // Dashed lines lie on top: where two run together, the one below shows through the gaps.
            ["z"] = 3 + index,
            ["emphasis"] = new JsonObject { ["disabled"] = true },
            ["lineStyle"] = new JsonObject
            {
                ["color"] = colour,
                ["width"] = index == 0 ? 2.4 : 1.8,
                ["type"] = line.IsDashed ? "dashed" : "solid",
            },
            ["itemStyle"] = new JsonObject { ["color"] = colour },
        };
    }

    private static IEnumerable<JsonNode> Flags(LineChart chart)
    {
        if (chart.Flags.Count == 0)
            yield break;
        double? At(string label, int index) => chart.Flags.Contains(label) ? chart.Lines[0].Values[index] : null;
        yield return new JsonObject
        {
            ["name"] = Beyond,
            ["type"] = "scatter",
            ["data"] = ChartParts.Numbers(chart.Labels.Select(At)),
            ["symbol"] = "diamond",
            ["symbolSize"] = 12,
            ["z"] = 8,
            ["emphasis"] = new JsonObject { ["disabled"] = true },
            ["itemStyle"] = new JsonObject
            {
                ["color"] = ChartColours.Signal.Light,
                ["borderColor"] = ChartColours.Paper.Light,
                ["borderWidth"] = 1,
            },
        };
    }
}
