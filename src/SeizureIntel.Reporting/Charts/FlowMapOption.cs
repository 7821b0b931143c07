using System;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>A flow map as options; the page registers the map <c>world</c> before it draws.</summary>
internal static class FlowMapOption
{
    public static ChartOption Of(FlowMap map)
    {
        MapLayout layout = MapLayout.Of(map);
        JsonObject option = ChartParts.Frame(map.Note, hasLegend: false, []);
        option["tooltip"] = new JsonObject { ["trigger"] = "item" };
        if (option["title"] is JsonObject title)
        {
            // The note stands on the map, so it brings its own ground.
            title["backgroundColor"] = ChartColours.Paper.Light;
            title["padding"] = 4;
        }

        option["geo"] = new JsonObject
        {
            ["map"] = "world",
            ["roam"] = false,
            // In a wider window the map shows more of the world, and is not stretched.
            ["preserveAspect"] = "contain",
            ["silent"] = true,
            ["boundingCoords"] = new JsonArray(new JsonArray(layout.West, layout.North), new JsonArray(layout.East, layout.South)),
            ["aspectScale"] = layout.Squeeze,
            ["left"] = 0,
            ["right"] = 0,
            ["top"] = 0,
            ["bottom"] = 0,
            ["itemStyle"] = new JsonObject
            {
                ["areaColor"] = ChartColours.Land.Light,
                ["borderColor"] = ChartColours.Border.Light,
                ["borderWidth"] = 0.6,
            },
            ["emphasis"] = new JsonObject { ["disabled"] = true },
        };
        option["series"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "lines",
                ["coordinateSystem"] = "geo",
                ["z"] = 3,
                ["symbol"] = new JsonArray("none", "arrow"),
                ["emphasis"] = new JsonObject { ["disabled"] = true },
                ["data"] = new JsonArray([.. layout.Flows.Select(f => Arrow(f.Flow, f.Width, map.IsNarrow ? 0.6 : 1))]),
            },
            new JsonObject
            {
                ["type"] = "scatter",
                ["coordinateSystem"] = "geo",
                ["z"] = 5,
                ["symbolSize"] = DotSize(map),
                ["emphasis"] = new JsonObject { ["disabled"] = true },
                ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Ink.Light },
                ["data"] = new JsonArray([.. layout.Stations.Select(s => Station(s, DotSize(map), layout.Size))]),
            }
        );
        return ChartParts.Option(option, layout.Width, layout.Height);
    }

    private static int DotSize(FlowMap map) => map.IsNarrow ? 3 : 5;

    private static JsonNode Arrow(Flow flow, double width, double scale)
    {
        (double Longitude, double Latitude) from = CountryPoints.Find(flow.From)!.Value,
            to = CountryPoints.Find(flow.To)!.Value;
        return new JsonObject
        {
            ["name"] = $"{flow.From} → {flow.To}",
            ["code"] = $"{flow.From}>{flow.To}",
            ["value"] = flow.Seizures,
            ["coords"] = new JsonArray(new JsonArray(from.Longitude, from.Latitude), new JsonArray(to.Longitude, to.Latitude)),
            ["symbolSize"] = Math.Round(6 * scale + width * 1.7, 1),
            ["lineStyle"] = new JsonObject
            {
                ["color"] = ChartColours.Blue.Light,
                ["width"] = Math.Round(width, 1),
                ["opacity"] = 0.72,
                ["curveness"] = MapLayout.Bend,
            },
        };
    }

    private static JsonNode Station(MapStation station, int dot, double size)
    {
        (double longitude, double latitude) = CountryPoints.Find(station.Country)!.Value;
        JsonObject label = ChartParts.Text(ChartColours.Ink, size, bold: true);
        label["show"] = station.Label is not null;
        label["formatter"] = "{b}";
        label["textBorderColor"] = ChartColours.Paper.Light;
        label["textBorderWidth"] = 3;
        if (station.Label is { } place)
        {
            // The library counts from the upper left of the point's own square.
            label["position"] = new JsonArray(
                Math.Round(place.X - station.X + dot / 2.0, 1),
                Math.Round(place.Middle - station.Y + dot / 2.0, 1)
            );
            label["verticalAlign"] = "middle";
            label["align"] = place.Anchor switch
            {
                TextAnchor.Start => "left",
                TextAnchor.End => "right",
                _ => "center",
            };
        }

        return new JsonObject
        {
            ["name"] = station.Name,
            ["value"] = new JsonArray(longitude, latitude),
            ["label"] = label,
        };
    }
}
