using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Turns a flow map into its drawing; the page registers the map <c>world</c> before it draws.</summary>
public static class FlowMapOption
{
    private const int WideHeight = 380;
    private const int NarrowHeight = 226;
    private const double Narrowest = 1.0;
    private const double Widest = 7.0;

    /// <summary>True for a movement between two different countries that are both on the map.</summary>
    public static bool CanDraw(Flow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow.From != flow.To && CountryPoints.Find(flow.From) is not null && CountryPoints.Find(flow.To) is not null;
    }

    /// <summary>The drawing of a flow map, 720 by 380 px (344 by 226 px where it is narrow), cropped to the countries it shows. Movements from or to a
    /// code that is on no map, or within one country, are left out.</summary>
    public static ChartDrawing Draw(FlowMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        List<Flow> drawn = [.. map.Flows.Where(CanDraw)];
        int width = map.IsNarrow ? ChartParts.NarrowWidth : ChartParts.Width,
            height = map.IsNarrow ? NarrowHeight : WideHeight;
        double scale = map.IsNarrow ? 0.6 : 1;
        JsonObject option = ChartParts.Frame(map.Note, hasLegend: false, []);
        option["tooltip"] = new JsonObject { ["trigger"] = "item" };
        if (option["title"] is JsonObject title)
        {
            // The note stands on the map, so it brings its own ground.
            title["backgroundColor"] = ChartColours.Paper.Light;
            title["padding"] = 4;
        }

        List<string> countries = [.. drawn.SelectMany(f => new[] { f.From, f.To }).Distinct().Order(StringComparer.Ordinal)];
        (double west, double south, double east, double north, double squeeze) = Crop(countries, (double)width / height);
        option["geo"] = new JsonObject
        {
            ["map"] = "world",
            ["roam"] = false,
            ["silent"] = true,
            ["boundingCoords"] = new JsonArray(new JsonArray(west, north), new JsonArray(east, south)),
            ["aspectScale"] = squeeze,
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
        string Name(string country) => map.Names.GetValueOrDefault(country, country);
        List<string> ranked =
        [
            .. countries
                .OrderByDescending(c => drawn.Where(f => f.From == c || f.To == c).Sum(f => f.Seizures ?? 0))
                .ThenBy(c => c, StringComparer.Ordinal),
        ];
        (double X, double Y, string Name) OnPicture(string country)
        {
            (double longitude, double latitude) = CountryPoints.Find(country)!.Value;
            return ((longitude - west) / (east - west) * width, (north - latitude) / (north - south) * height, Name(country));
        }

        IReadOnlyList<string?> sides = MapLabels.Place([.. ranked.Select(OnPicture)], width, map.IsNarrow ? 9 : 11);
        double most = drawn.Max(f => f.Seizures) ?? 1;
        option["series"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "lines",
                ["coordinateSystem"] = "geo",
                ["z"] = 3,
                ["symbol"] = new JsonArray("none", "arrow"),
                ["emphasis"] = new JsonObject { ["disabled"] = true },
                // The widest first, so that the narrow ones stay visible on top.
                ["data"] = new JsonArray([.. drawn.OrderByDescending(f => f.Seizures ?? 0).Select(f => Arrow(f, most, scale))]),
            },
            new JsonObject
            {
                ["type"] = "scatter",
                ["coordinateSystem"] = "geo",
                ["z"] = 5,
                ["symbolSize"] = map.IsNarrow ? 3 : 5,
                ["emphasis"] = new JsonObject { ["disabled"] = true },
                ["itemStyle"] = new JsonObject { ["color"] = ChartColours.Ink.Light },
                ["data"] = new JsonArray([.. ranked.Select((c, i) => Station(c, Name(c), sides[i], map.IsNarrow ? 9 : 11))]),
            }
        );
        return ChartParts.Drawing(map.Id, map.AltText, height, option, map.IsNarrow);
    }

    private static JsonNode Arrow(Flow flow, double most, double scale)
    {
        double width = scale * (Narrowest + (Widest - Narrowest) * Math.Sqrt(Math.Min(1, (flow.Seizures ?? 0) / most)));
        (double Longitude, double Latitude) from = CountryPoints.Find(flow.From)!.Value,
            to = CountryPoints.Find(flow.To)!.Value;
        return new JsonObject
        {
            ["name"] = $"{flow.From} → {flow.To}",
            ["value"] = flow.Seizures,
            ["coords"] = new JsonArray(new JsonArray(from.Longitude, from.Latitude), new JsonArray(to.Longitude, to.Latitude)),
            ["symbolSize"] = Math.Round(6 * scale + width * 1.7, 1),
            ["lineStyle"] = new JsonObject
            {
                ["color"] = ChartColours.Blue.Light,
                ["width"] = Math.Round(width, 1),
                ["opacity"] = 0.72,
                ["curveness"] = 0.22,
            },
        };
    }

    private static JsonNode Station(string country, string called, string? side, int size)
    {
        (double longitude, double latitude) = CountryPoints.Find(country)!.Value;
        JsonObject label = ChartParts.Text(ChartColours.Ink, size, bold: true);
        label["show"] = side is not null;
        label["position"] = side ?? "right";
        label["formatter"] = "{b}";
        label["textBorderColor"] = ChartColours.Paper.Light;
        label["textBorderWidth"] = 3;
        return new JsonObject
        {
            ["name"] = called,
            ["value"] = new JsonArray(longitude, latitude),
            ["label"] = label,
        };
    }

    // The countries with air around them, widened to the drawing's shape. A degree of longitude is drawn as long as it is at the middle latitude.
    private static (double West, double South, double East, double North, double Squeeze) Crop(List<string> countries, double shape)
    {
        if (countries.Count == 0)
            return (-180, -60, 180, 85, 0.8);
        List<(double Longitude, double Latitude)> points = [.. countries.Select(c => CountryPoints.Find(c)!.Value)];
        double west = points.Min(p => p.Longitude) - 8,
            east = points.Max(p => p.Longitude) + 12;
        double south = Math.Max(-60, points.Min(p => p.Latitude) - 8),
            north = Math.Min(85, points.Max(p => p.Latitude) + 8);
        double middleLongitude = (west + east) / 2,
            middleLatitude = (south + north) / 2;
        double squeeze = Math.Round(Math.Max(0.55, Math.Cos(middleLatitude * Math.PI / 180)), 2);
        double wide = Math.Max(east - west, 40),
            high = Math.Max(north - south, 20);
        if (wide * squeeze / high < shape)
            wide = high * shape / squeeze;
        else
            high = wide * squeeze / shape;
        return (
            Math.Round(middleLongitude - wide / 2, 1),
            Math.Round(middleLatitude - high / 2, 1),
            Math.Round(middleLongitude + wide / 2, 1),
            Math.Round(middleLatitude + high / 2, 1),
            squeeze
        );
    }
}
