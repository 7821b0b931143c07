using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace SeizureIntel.Reporting.Charts;

/// <summary>The map of the world as the browser's chart library reads it.</summary>
public static class WorldMap
{
    // A hundredth of a degree is a kilometre: less than a pixel of any map here.
    private const int Decimals = 2;

    /// <summary>One shape of all countries, the largest first: GeoJSON (RFC 7946), degrees. Shapes across the date line go on beyond 180.</summary>
    public static byte[] GeoJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteStartObject("properties");
            json.WriteString("name", "world");
            json.WriteEndObject();
            json.WriteStartObject("geometry");
            json.WriteString("type", "MultiPolygon");
            json.WriteStartArray("coordinates");
            foreach ((double, double)[] ring in WorldOutline.Rings)
                Polygon(json, ring);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Polygon(Utf8JsonWriter json, IEnumerable<(double Longitude, double Latitude)> ring)
    {
        json.WriteStartArray();
        json.WriteStartArray();
        foreach ((double longitude, double latitude) in ring)
        {
            json.WriteStartArray();
            json.WriteNumberValue(Math.Round(longitude, Decimals));
            json.WriteNumberValue(Math.Round(latitude, Decimals));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndArray();
    }
}
