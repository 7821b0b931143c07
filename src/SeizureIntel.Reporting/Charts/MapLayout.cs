using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>A country on the map.</summary>
internal sealed record MapStation(string Country, string Name, double X, double Y, MapLabel? Label);

/// <summary>Where a flow map's parts stand, in pixels from the top left.</summary>
internal sealed record MapLayout
{
    private const int WideHeight = 380;
    private const int NarrowHeight = 226;
    private const double Narrowest = 1.2;
    private const double Widest = 7.0;

    /// <summary>How far an arrow bends from the straight line, as a share of its length.</summary>
    public const double Bend = 0.22;

    public required int Width { get; init; }
    public required int Height { get; init; }
    public required double West { get; init; }
    public required double South { get; init; }
    public required double East { get; init; }
    public required double North { get; init; }

    /// <summary>Length of a degree of longitude as a share of one of latitude.</summary>
    public required double Squeeze { get; init; }

    /// <summary>Size of the letters.</summary>
    public required double Size { get; init; }

    /// <summary>The movements that can be drawn, the widest first, so that the narrow ones stay visible on top.</summary>
    public required IReadOnlyList<(Flow Flow, double Width)> Flows { get; init; }

    /// <summary>The countries, those with most seizures first.</summary>
    public required IReadOnlyList<MapStation> Stations { get; init; }

    /// <summary>True for a movement between two different countries that are both on the map.</summary>
    public static bool CanDraw(Flow flow) =>
        flow.From != flow.To && CountryPoints.Find(flow.From) is not null && CountryPoints.Find(flow.To) is not null;

    public static MapLayout Of(FlowMap map)
    {
        List<Flow> drawn = [.. map.Flows.Where(CanDraw)];
        int width = ChartParts.WidthOf(map),
            height = map.IsNarrow ? NarrowHeight : WideHeight;
        double size = map.IsNarrow ? 9 : 11,
            scale = map.IsNarrow ? 0.6 : 1,
            most = drawn.Max(f => f.Seizures) is { } greatest and > 0 ? greatest : 1;
        List<string> countries = [.. drawn.SelectMany(f => new[] { f.From, f.To }).Distinct().Order(StringComparer.Ordinal)];
        (double west, double south, double east, double north, double squeeze) = Crop(countries, (double)width / height);
        var bare = new MapLayout
        {
            Width = width,
            Height = height,
            West = west,
            South = south,
            East = east,
            North = north,
            Squeeze = squeeze,
            Size = size,
            Flows =
            [
                .. drawn
                    .OrderByDescending(f => f.Seizures ?? 0)
                    .Select(f => (f, scale * (Narrowest + (Widest - Narrowest) * Math.Sqrt(Math.Clamp((f.Seizures ?? 0) / most, 0, 1))))),
            ],
            Stations = [],
        };
        (string Country, double X, double Y, string Name)[] ranked =
        [
            .. countries
                .OrderByDescending(c => drawn.Where(f => f.From == c || f.To == c).Sum(f => f.Seizures ?? 0))
                .ThenBy(c => c, StringComparer.Ordinal)
                .Select(c =>
                {
                    (double longitude, double latitude) = CountryPoints.Find(c)!.Value;
                    (double x, double y) = bare.Place(longitude, latitude);
                    return (c, x, y, map.Names.GetValueOrDefault(c, c));
                }),
        ];
        (double, double, double, double)[] taken = map.Note is { } note ? [(0, 0, NoteWidth(note), ChartParts.NoteHeight)] : [];
        IReadOnlyList<MapLabel?> labels = MapLabels.Place([.. ranked.Select(r => (r.X, r.Y, r.Name))], width, height, size, taken);
        return bare with { Stations = [.. ranked.Select((r, i) => new MapStation(r.Country, r.Name, r.X, r.Y, labels[i]))] };
    }

    /// <summary>Width of the ground that a note brings along, because it stands on the map.</summary>
    public static double NoteWidth(string note) => LetterWidths.Of(note, 12, bold: true) + 8;

    /// <summary>Where a longitude and latitude stands.</summary>
    public (double X, double Y) Place(double longitude, double latitude) =>
        ((longitude - West) / (East - West) * Width, (North - latitude) / (North - South) * Height);

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
