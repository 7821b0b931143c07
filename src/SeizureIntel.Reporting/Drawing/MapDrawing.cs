using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Draws movements on the world: arrows that bend to the side, wider for more.</summary>
internal static class MapDrawing
{
    private const double Opacity = 0.75;
    private const double Detail = 1.5;
    private const int Steps = 14;

    public static Sheet Of(FlowMap map, ChartLook look)
    {
        MapLayout layout = MapLayout.Of(map);
        var sheet = new Sheet(layout.Width, layout.Height, look);
        foreach (IReadOnlyList<(double X, double Y)> ring in WorldOutline.Within(layout.Place, layout.Width, layout.Height, Detail))
            sheet.Area([.. ring, ring[0]], ChartColours.Land, 1, ChartColours.Border, 0.6);
        Dictionary<string, MapStation> stations = layout.Stations.ToDictionary(s => s.Country, StringComparer.Ordinal);
        double scale = map.IsNarrow ? 0.6 : 1;
        foreach ((Flow flow, double width) in layout.Flows)
        {
            MapStation from = stations[flow.From],
                to = stations[flow.To];
            sheet.Area(Arrow((from.X, from.Y), (to.X, to.Y), width, scale), ChartColours.Blue, Opacity);
        }

        foreach (MapStation station in layout.Stations)
            sheet.Dot(station.X, station.Y, map.IsNarrow ? 3 : 5, ChartColours.Ink);
        foreach (MapStation station in layout.Stations)
            Name(sheet, layout, station);
        if (map.Note is { } note)
            sheet.Box(0, 0, MapLayout.NoteWidth(note), ChartParts.NoteHeight, ChartColours.Paper);
        SheetParts.Note(sheet, map, 4, 15);
        return sheet;
    }

    private static void Name(Sheet sheet, MapLayout layout, MapStation station)
    {
        if (station.Label is not { } label)
            return;
        if (label.HasLeader)
            sheet.Line([(station.X, station.Y), (label.X, label.Middle)], ChartColours.Muted, 0.7);
        sheet.Text(
            station.Name,
            label.X,
            Sheet.Centred(label.Middle, layout.Size),
            label.Anchor,
            layout.Size,
            ChartColours.Ink,
            isBold: true,
            hasHalo: true
        );
    }

    /// <summary>An arrow along a quadratic curve: one outline with its head, so that it covers itself nowhere.</summary>
    internal static IReadOnlyList<(double X, double Y)> Arrow(
        (double X, double Y) from,
        (double X, double Y) to,
        double width,
        double scale
    )
    {
        double dx = to.X - from.X,
            dy = to.Y - from.Y,
            length = Math.Max(Math.Sqrt(dx * dx + dy * dy), 0.1),
            head = Math.Min(8 * scale + width * 1.6, length * 0.6),
            wing = Math.Min(3 * scale + width * 0.75, head * 0.8),
            half = Math.Min(width / 2, wing * 0.6);
        (double X, double Y) bend = ((from.X + to.X) / 2 + dy * MapLayout.Bend, (from.Y + to.Y) / 2 - dx * MapLayout.Bend);
        // The head stands on the last stretch of the curve; its point touches the place.
        double neck = 1 - head / (length * 1.1);
        var left = new List<(double, double)>();
        var right = new List<(double, double)>();
        for (int i = 0; i <= Steps; i++)
        {
            double t = neck * i / Steps;
            (double X, double Y) at = Curve(t),
                along = Direction(t);
            left.Add((at.X - along.Y * half, at.Y + along.X * half));
            right.Add((at.X + along.Y * half, at.Y - along.X * half));
        }

        (double X, double Y) end = Curve(neck),
            ahead = Direction((neck + 1) / 2);
        right.Reverse();
        return
        [
            .. left,
            (end.X - ahead.Y * wing, end.Y + ahead.X * wing),
            to,
            (end.X + ahead.Y * wing, end.Y - ahead.X * wing),
            .. right,
            left[0],
        ];

        (double X, double Y) Curve(double t) =>
            (
                (1 - t) * (1 - t) * from.X + 2 * t * (1 - t) * bend.X + t * t * to.X,
                (1 - t) * (1 - t) * from.Y + 2 * t * (1 - t) * bend.Y + t * t * to.Y
            );
        (double X, double Y) Direction(double t)
        {
            double x = (1 - t) * (bend.X - from.X) + t * (to.X - bend.X),
                y = (1 - t) * (bend.Y - from.Y) + t * (to.Y - bend.Y),
                size = Math.Max(Math.Sqrt(x * x + y * y), 1e-9);
            return (x / size, y / size);
        }
    }
}
