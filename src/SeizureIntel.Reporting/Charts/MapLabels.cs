using System;
using System.Collections.Generic;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Finds room for the names on a map: right of its point, else left of it, else none.</summary>
internal static class MapLabels
{
    // Bold letters of 11 px are 7.4 px wide in a wide font; narrower fonts leave air.
    private const double LetterWidth = 7.4 / 11;
    private const double Height = 14.0 / 11;
    private const double Gap = 5;

    /// <summary>Where each name stands: right, left, or null where it would cover another or run out of the picture.</summary>
    /// <param name="points">Position and name of each point, pixels from the top left, most important first.</param>
    /// <param name="width">Width of the picture, pixels.</param>
    /// <param name="size">Size of the letters, pixels.</param>
    public static IReadOnlyList<string?> Place(IReadOnlyList<(double X, double Y, string Name)> points, double width, int size)
    {
        var taken = new List<(double Left, double Right, double Middle)>();
        var sides = new List<string?>();
        foreach ((double x, double y, string name) in points)
        {
            double length = name.Length * LetterWidth * size;
            string? side = null;
            foreach ((string candidate, double left) in new[] { ("right", x + Gap), ("left", x - Gap - length) })
            {
                double right = left + length;
                if (
                    left < 0
                    || right > width
                    || taken.Exists(t => left < t.Right && right > t.Left && Math.Abs(y - t.Middle) < Height * size)
                )
                    continue;
                taken.Add((left, right, y));
                side = candidate;
                break;
            }

            sides.Add(side);
        }

        return sides;
    }
}
