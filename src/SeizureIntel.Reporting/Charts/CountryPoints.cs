using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Where on the world map a country's name and its flows stand.</summary>
public static class CountryPoints
{
    private static readonly FrozenDictionary<string, (double Longitude, double Latitude)> Points = Read();

    /// <summary>Longitude and latitude in degrees; null for a code that is on no map.</summary>
    public static (double Longitude, double Latitude)? Find(string country) =>
        Points.TryGetValue(country, out (double, double) point) ? point : null;

    private static FrozenDictionary<string, (double, double)> Read()
    {
        using Stream stream = typeof(CountryPoints).Assembly.GetManifestResourceStream("country-points.csv")
            ?? throw new InvalidOperationException("country-points.csv is not in the assembly.");
        using var reader = new StreamReader(stream);
        var points = new Dictionary<string, (double, double)>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.StartsWith("code", StringComparison.Ordinal))
                continue;
            string[] cells = line.Split(',');
            points[cells[0]] = (double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture));
        }

        return points.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
