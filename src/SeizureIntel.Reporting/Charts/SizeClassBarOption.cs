using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Turns a bar of size classes into its drawing.</summary>
public static class SizeClassBarOption
{
    private const int Height = 210;

    /// <summary>The drawing of the size classes, 720 by 210 px.</summary>
    public static ChartDrawing Draw(SizeClassBar chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        JsonObject option = ChartParts.Frame(chart.Note, hasLegend: false, []);
        option["tooltip"] = new JsonObject { ["trigger"] = "item" };
        option["grid"] = new JsonObject
        {
            ["left"] = 46,
            ["right"] = 14,
            ["top"] = ChartParts.Top(chart.Note, hasLegend: false) + 26,
            ["bottom"] = 26,
        };
        JsonObject classes = ChartParts.CategoryAxis(chart.Classes);
        classes["axisLabel"]!["interval"] = 0;
        option["xAxis"] = classes;
        option["yAxis"] = ChartParts.ValueAxis("seizures");
        option["series"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "bar",
                ["barMaxWidth"] = 64,
                ["emphasis"] = new JsonObject { ["disabled"] = true },
                ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Blue.Light },
                ["data"] = new JsonArray([.. chart.Seizures.Select(Bar)]),
            }
        );
        return ChartParts.Drawing(chart.Id, chart.AltText, Height, option);
    }

    private static JsonNode Bar(double? seizures)
    {
        JsonObject label = ChartParts.Text(ChartColours.Ink, 11);
        label["show"] = true;
        label["position"] = "top";
        label["formatter"] = seizures is { } n ? n.ToString("#,0", CultureInfo.InvariantCulture) : "<5";
        return new JsonObject { ["value"] = seizures ?? 0, ["label"] = label };
    }
}
