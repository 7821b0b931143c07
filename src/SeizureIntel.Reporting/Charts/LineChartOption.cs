using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>A line chart as options.</summary>
internal static class LineChartOption
{
    public static ChartOption Of(LineChart chart)
    {
        LineLayout layout = LineLayout.Of(chart);
        List<JsonNode> legend = [.. chart.Lines.Select(l => ChartParts.LineEntry(l.Name))];
        if (chart.Band is not null)
            legend.AddRange([ChartParts.LineEntry(chart.Words.Expected), ChartParts.Entry(chart.Words.Range)]);
        if (chart.Flags.Count > 0)
            legend.Add(ChartParts.Entry(chart.Words.Beyond));
        JsonObject option = ChartParts.Frame(chart.Note, hasLegend: true, legend, chart.IsNarrow);
        option["tooltip"] = new JsonObject { ["trigger"] = "axis" };
        option["grid"] = new JsonObject
        {
            ["left"] = Math.Round(layout.Left),
            ["right"] = Math.Round(layout.Width - layout.Right),
            ["top"] = layout.Top,
            ["bottom"] = Math.Round(layout.Height - layout.Bottom),
        };
        JsonObject labels = ChartParts.CategoryAxis(chart.Labels, layout.Size);
        labels["boundaryGap"] = false;
        labels["axisLabel"]!["hideOverlap"] = true;
        option["xAxis"] = labels;
        JsonObject values = ChartParts.ValueAxis(chart.ValueName, layout.Size);
        values["max"] = layout.Ticks[^1];
        values["interval"] = layout.Ticks[1];
        option["yAxis"] = values;
        option["series"] = new JsonArray([
            .. Band(chart.Band, chart.Words),
            .. chart.Lines.Select(Line),
            .. Flags(chart.Labels, chart.Lines[0].Values, chart.Flags, chart.Words),
        ]);
        return ChartParts.Option(option, layout.Width, layout.Height);
    }

    /// <summary>A range expected as series: nothing where there is none.</summary>
    /// <param name="range">The range.</param>
    /// <param name="words">The chart's words.</param>
    /// <param name="stack">Name of its own for each range of one chart.</param>
    public static IEnumerable<JsonObject> Band(ChartBand? range, ChartWords words, string stack = "band")
    {
        if (range is not { } band)
            yield break;
        // Two stacked areas, the lower one unseen, make the band between the bounds.
        yield return Area(" ", stack, band.Low, null);
        yield return Area(words.Range, stack, [.. band.High.Zip(band.Low, (high, low) => high - low)], ChartColours.Band.Light);
        yield return new JsonObject
        {
            ["name"] = words.Expected,
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

    private static JsonObject Area(string name, string stack, IReadOnlyList<double?> values, string? colour) =>
        new()
        {
            ["name"] = name,
            ["type"] = "line",
            ["stack"] = stack,
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

    /// <summary>The values beyond their range as points of a series: nothing where there are none.</summary>
    public static IEnumerable<JsonObject> Flags(
        IReadOnlyList<string> labels,
        IReadOnlyList<double?> values,
        IReadOnlyList<string> flags,
        ChartWords words,
        double size = 12
    )
    {
        if (flags.Count == 0)
            yield break;
        double? At(string label, int index) => flags.Contains(label) ? values[index] : null;
        yield return new JsonObject
        {
            ["name"] = words.Beyond,
            ["type"] = "scatter",
            ["data"] = ChartParts.Numbers(labels.Select(At)),
            ["symbol"] = "diamond",
            ["symbolSize"] = size,
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
