using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace SeizureIntel.Reporting.Charts;

/// <summary>The outlines of countries, as far as a map shows them.</summary>
/// <remarks>Format of the file: TopoJSON (github topojson-specification, section 2.1): arcs shared by neighbours, quantised and delta-encoded.</remarks>
internal static class WorldOutline
{
    private const string File = "world.topojson";

    // A ring that leaves the picture goes on just outside of it, so that no line is drawn along the edge.
    private const double Outside = 4;

    private static readonly Lazy<IReadOnlyList<(double Longitude, double Latitude)[]>> Read = new(Parse);

    /// <summary>All rings, the largest first: longitude and latitude of each corner, degrees; the last corner repeats the first.</summary>
    public static IReadOnlyList<(double Longitude, double Latitude)[]> Rings => Read.Value;

    /// <summary>The rings inside a picture, in its pixels, cut at its edges; corners closer than a step to the one before are left out.</summary>
    /// <param name="place">Where a longitude and latitude stands in the picture.</param>
    /// <param name="width">Width of the picture, pixels.</param>
    /// <param name="height">Height of the picture, pixels.</param>
    /// <param name="step">Distance of corners that is worth drawing, pixels.</param>
    public static IEnumerable<IReadOnlyList<(double X, double Y)>> Within(
        Func<double, double, (double X, double Y)> place,
        double width,
        double height,
        double step
    )
    {
        foreach ((double Longitude, double Latitude)[] ring in Rings)
        {
            List<(double X, double Y)> cut = [.. ring.Select(p => place(p.Longitude, p.Latitude))];
            cut = Thinned(cut, step);
            foreach (
                (bool isX, double edge, int side) in new[]
                {
                    (true, -Outside, 1),
                    (true, width + Outside, -1),
                    (false, -Outside, 1),
                    (false, height + Outside, -1),
                }
            )
                cut = Cut(cut, isX, edge, side);
            if (cut.Count >= 3)
                yield return cut;
        }
    }

    private static List<(double X, double Y)> Thinned(List<(double X, double Y)> ring, double step)
    {
        List<(double X, double Y)> kept = [ring[0]];
        foreach ((double X, double Y) point in ring.Skip(1))
        {
            if (Math.Abs(point.X - kept[^1].X) + Math.Abs(point.Y - kept[^1].Y) >= step)
                kept.Add(point);
        }

        // An island too small for its own corners stays as the least that can be seen.
        return kept.Count >= 3 ? kept
            : ring.Count > 3 ? [ring[0], (ring[0].X + step, ring[0].Y), (ring[0].X + step / 2, ring[0].Y + step)]
            : [];
    }

    // I. E. Sutherland, G. W. Hodgman, Reentrant polygon clipping, Communications of the ACM 17 (1974), pp. 32-42: one edge.
    private static List<(double X, double Y)> Cut(List<(double X, double Y)> ring, bool isX, double edge, int side)
    {
        double Depth((double X, double Y) p) => ((isX ? p.X : p.Y) - edge) * side;
        var kept = new List<(double X, double Y)>();
        for (int i = 0; i < ring.Count; i++)
        {
            (double X, double Y) from = ring[i == 0 ? ^1 : i - 1],
                to = ring[i];
            double before = Depth(from),
                here = Depth(to);
            if (before < 0 != here < 0)
            {
                double share = before / (before - here);
                kept.Add((from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share));
            }

            if (here >= 0)
                kept.Add(to);
        }

        return kept;
    }

    private static IReadOnlyList<(double Longitude, double Latitude)[]> Parse()
    {
        using Stream stream = typeof(WorldOutline).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not in the assembly.");
        using JsonDocument document = JsonDocument.Parse(stream);
        JsonElement root = document.RootElement;
        double[] scale = Pair(root.GetProperty("transform").GetProperty("scale")),
            origin = Pair(root.GetProperty("transform").GetProperty("translate"));
        (double, double)[][] arcs = [.. root.GetProperty("arcs").EnumerateArray().Select(a => Arc(a, scale, origin))];
        return
        [
            .. root.GetProperty("objects")
                .GetProperty("countries")
                .GetProperty("geometries")
                .EnumerateArray()
                .SelectMany(Outer)
                .Select(ring => Unbroken(Joined(ring, arcs)))
                .OrderByDescending(Area),
        ];
    }

    private static double[] Pair(JsonElement pair) => [pair[0].GetDouble(), pair[1].GetDouble()];

    private static (double, double)[] Arc(JsonElement arc, double[] scale, double[] origin)
    {
        var points = new List<(double, double)>();
        int x = 0,
            y = 0;
        foreach (JsonElement step in arc.EnumerateArray())
        {
            x += step[0].GetInt32();
            y += step[1].GetInt32();
            points.Add((x * scale[0] + origin[0], y * scale[1] + origin[1]));
        }

        return [.. points];
    }

    // Of a polygon's rings the first is its outline; the holes are countries of their own, which are drawn later because they are smaller.
    private static IEnumerable<JsonElement> Outer(JsonElement geometry) =>
        geometry.GetProperty("type").GetString() == "Polygon"
            ? [geometry.GetProperty("arcs")[0]]
            : geometry.GetProperty("arcs").EnumerateArray().Select(polygon => polygon[0]);

    private static List<(double X, double Y)> Joined(JsonElement ring, (double, double)[][] arcs)
    {
        var joined = new List<(double, double)>();
        foreach (JsonElement reference in ring.EnumerateArray())
        {
            int at = reference.GetInt32();
            IEnumerable<(double, double)> points = at >= 0 ? arcs[at] : arcs[~at].Reverse();
            joined.AddRange(joined.Count == 0 ? points : points.Skip(1));
        }

        return joined;
    }

    // A shape across the date line goes on beyond 180 degrees; jumping back would draw a stripe round the world.
    private static (double, double)[] Unbroken(List<(double X, double Y)> ring)
    {
        double turn = 0;
        var unbroken = new (double, double)[ring.Count];
        for (int i = 0; i < ring.Count; i++)
        {
            if (i > 0 && Math.Abs(ring[i].X - ring[i - 1].X) > 180)
                turn += ring[i].X < ring[i - 1].X ? 360 : -360;
            unbroken[i] = (ring[i].X + turn, ring[i].Y);
        }

        return unbroken;
    }

    private static double Area((double X, double Y)[] ring)
    {
        double twice = 0;
        for (int i = 1; i < ring.Length; i++)
            twice += ring[i - 1].X * ring[i].Y - ring[i].X * ring[i - 1].Y;
        return Math.Abs(twice / 2);
    }
}
