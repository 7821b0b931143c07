using System;
using System.Collections.Generic;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Cuts lines into dashes.</summary>
internal static class Pieces
{
    /// <summary>The dashes of a line, each ended by a point that is not a number.</summary>
    /// <param name="points">The line; a point that is not a number ends a part of it.</param>
    /// <param name="dash">Length of a dash, pixels.</param>
    /// <param name="gap">Length of the gap after it, pixels.</param>
    public static IReadOnlyList<(double X, double Y)> Of(IReadOnlyList<(double X, double Y)> points, double dash, double gap)
    {
        var pieces = new List<(double X, double Y)>();
        double left = dash;
        bool isDrawn = true,
            isOpen = false;
        for (int i = 1; i < points.Count; i++)
        {
            (double X, double Y) from = points[i - 1],
                to = points[i];
            if (double.IsNaN(from.Y) || double.IsNaN(to.Y))
            {
                Close();
                (left, isDrawn) = (dash, true);
                continue;
            }

            double length = Math.Sqrt((to.X - from.X) * (to.X - from.X) + (to.Y - from.Y) * (to.Y - from.Y)),
                at = 0;
            while (at < length)
            {
                double step = Math.Min(left, length - at);
                if (isDrawn)
                {
                    if (!isOpen)
                        pieces.Add(Along(from, to, at / length));
                    pieces.Add(Along(from, to, (at + step) / length));
                    isOpen = true;
                }

                at += step;
                left -= step;
                if (left > 1e-9)
                    continue;
                Close();
                isDrawn = !isDrawn;
                left = isDrawn ? dash : gap;
            }
        }

        return pieces;

        void Close()
        {
            if (isOpen)
                pieces.Add((double.NaN, double.NaN));
            isOpen = false;
        }
    }

    private static (double, double) Along((double X, double Y) from, (double X, double Y) to, double share) =>
        (from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);
}
