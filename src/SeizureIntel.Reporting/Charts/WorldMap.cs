using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace SeizureIntel.Reporting.Charts;

/// <summary>The map of the world as the browser's chart library reads it.</summary>
public static class WorldMap
{
    // A step is two kilometres: what is lost by rounding is less than a pixel of any map here.
    private const int StepsPerDegree = 50;

    // The library adds it to each number, so that the letters stand above those that JSON or a terminal keeps for itself.
    private const int FirstLetter = 64;

    private const int EditionDigits = 12;

    private static readonly Lazy<byte[]> Made = new(() => Encoding.UTF8.GetBytes(Written()));

    /// <summary>One shape of all countries, the largest first: GeoJSON (RFC 7946) whose rings are written as steps in letters, as ECharts reads it.
    /// Shapes across the date line go on beyond 180.</summary>
    /// <remarks>Format: Apache ECharts 6, src/coord/geo/parseGeoJson.ts, <c>UTF8Encoding</c>: a ring begins at its offset, each corner is the step from the
    /// one before, zigzag-coded, in two letters. Numbers written out would be five times as long.</remarks>
    public static byte[] Json() => Made.Value;

    /// <summary>A name that another map does not have, so that a browser may keep it for ever: that of the build, for every page asks for it before the
    /// map itself is made.</summary>
    public static string Edition { get; } = typeof(WorldMap).Module.ModuleVersionId.ToString("N")[..EditionDigits];

    private static string Written()
    {
        var offsets = new List<string>();
        var rings = new List<string>();
        foreach ((double Longitude, double Latitude)[] ring in WorldOutline.Rings)
        {
            (int x, int y) = Steps(ring[0]);
            offsets.Add(string.Create(CultureInfo.InvariantCulture, $"[[{x},{y}]]"));
            rings.Add($"[\"{Letters(ring)}\"]");
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {"type":"FeatureCollection","UTF8Encoding":true,"UTF8Scale":{{{StepsPerDegree}}},"features":[{"type":"Feature","properties":{"name":"world"},
            "geometry":{"type":"MultiPolygon","encodeOffsets":[{{{string.Join(',', offsets)}}}],
            "coordinates":[{{{string.Join(",\n", rings)}}}]}}]}
            """
        );
    }

    private static string Letters((double Longitude, double Latitude)[] ring)
    {
        var letters = new StringBuilder();
        (int x, int y) = Steps(ring[0]);
        foreach ((int nextX, int nextY) in ring.Select(Steps))
        {
            Add(nextX - x);
            Add(nextY - y);
            (x, y) = (nextX, nextY);
        }

        return letters.ToString();

        void Add(int step)
        {
            char letter = (char)(((step << 1) ^ (step >> 31)) + FirstLetter);
            if (letter == '\\')
                letters.Append('\\');
            letters.Append(letter);
        }
    }

    private static (int X, int Y) Steps((double Longitude, double Latitude) corner) =>
        ((int)Math.Round(corner.Longitude * StepsPerDegree), (int)Math.Round(corner.Latitude * StepsPerDegree));
}
