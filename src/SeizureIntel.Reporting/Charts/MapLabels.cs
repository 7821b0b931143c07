using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Where a name stands on a map.</summary>
/// <param name="X">Place of its anchor, pixels from the left.</param>
/// <param name="Middle">Middle of its line, pixels from the top.</param>
/// <param name="Anchor">Which end stands there.</param>
/// <param name="HasLeader">True where a line must lead from the point to the name.</param>
internal sealed record MapLabel(double X, double Middle, TextAnchor Anchor, bool HasLeader);

/// <summary>Finds room for the names on a map: close round their points, else a little away with a line that leads there, else none.</summary>
internal static class MapLabels
{
    private const double Line = 14.0 / 11;
    private const double Gap = 5;
    private const double Away = 1.6;

    // Right, left, above, below, then the corners: directions in steps of the gap.
    private static readonly (double X, double Y, TextAnchor Anchor)[] Sides =
    [
        (1, 0, TextAnchor.Start),
        (-1, 0, TextAnchor.End),
        (0, -1, TextAnchor.Middle),
        (0, 1, TextAnchor.Middle),
        (0.7, -0.8, TextAnchor.Start),
        (0.7, 0.8, TextAnchor.Start),
        (-0.7, -0.8, TextAnchor.End),
        (-0.7, 0.8, TextAnchor.End),
    ];

    /// <summary>The place of each name, or null where it would cover another, a point, or run out of the picture.</summary>
    /// <param name="points">Position and name of each point, pixels from the top left, most important first.</param>
    /// <param name="width">Width of the picture, pixels.</param>
    /// <param name="height">Height of the picture, pixels.</param>
    /// <param name="size">Size of the letters, pixels.</param>
    /// <param name="taken">What is covered already: left, top, right and bottom of each.</param>
    public static IReadOnlyList<MapLabel?> Place(
        IReadOnlyList<(double X, double Y, string Name)> points,
        double width,
        double height,
        double size,
        IEnumerable<(double Left, double Top, double Right, double Bottom)> taken
    )
    {
        double line = Line * size;
        var full = new List<(double Left, double Top, double Right, double Bottom)>(taken);
        (double Left, double Top, double Right, double Bottom)[] dots = [.. points.Select(p => (p.X - 2, p.Y - 2, p.X + 2, p.Y + 2))];
        var labels = new List<MapLabel?>();
        for (int i = 0; i < points.Count; i++)
        {
            (double x, double y, string name) = points[i];
            double length = LetterWidths.Of(name, size, bold: true);
            MapLabel? found = null;
            foreach (MapLabel candidate in Candidates(x, y, line))
            {
                double left = candidate.Anchor switch
                {
                    TextAnchor.Start => candidate.X,
                    TextAnchor.End => candidate.X - length,
                    _ => candidate.X - length / 2,
                };
                (double Left, double Top, double Right, double Bottom) box = (
                    left,
                    candidate.Middle - line / 2,
                    left + length,
                    candidate.Middle + line / 2
                );
                if (box.Left < 0 || box.Top < 0 || box.Right > width || box.Bottom > height)
                    continue;
                if (full.Exists(t => Meet(t, box)) || dots.Where((_, other) => other != i).Any(d => Meet(d, box)))
                    continue;
                full.Add(box);
                found = candidate;
                break;
            }

            labels.Add(found);
        }

        return labels;
    }

    private static IEnumerable<MapLabel> Candidates(double x, double y, double line)
    {
        foreach ((double dx, double dy, TextAnchor anchor) in Sides)
            yield return new MapLabel(x + dx * Gap, y + dy * (line / 2 + 3), anchor, HasLeader: false);
        foreach ((double dx, double dy, TextAnchor anchor) in Sides)
            yield return new MapLabel(x + dx * line * Away, y + dy * line * Away, anchor, HasLeader: true);
    }

    private static bool Meet(
        (double Left, double Top, double Right, double Bottom) a,
        (double Left, double Top, double Right, double Bottom) b
    ) => a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
