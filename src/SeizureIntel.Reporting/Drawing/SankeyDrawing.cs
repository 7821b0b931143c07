using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Draws what passes from stage to stage as bands.</summary>
internal static class SankeyDrawing
{
    private const int Steps = 18;
    private const double Opacity = 0.42;

    public static Sheet Of(Sankey sankey, ChartLook look)
    {
        SankeyLayout layout = SankeyLayout.Of(sankey);
        var sheet = new Sheet(layout.Width, layout.Height, look);
        // The thick ones first, so that the thin ones stay visible on top.
        foreach (SankeyBand band in layout.Bands.OrderByDescending(b => b.Thickness))
            sheet.Area(Ribbon(band), ChartColours.Blue, Opacity, ChartColours.Paper, 0.4);
        foreach (SankeyStation station in layout.Stations)
        {
            sheet.Box(station.X, station.Top, SankeyLayout.StationWidth, station.Height, ChartColours.Ink);
            bool isLast = station.Stage == sankey.Stages.Count - 1;
            sheet.Text(
                station.Name,
                isLast ? station.X - 4 : station.X + SankeyLayout.StationWidth + 4,
                Sheet.Centred(station.Top + station.Height / 2, layout.Size),
                isLast ? TextAnchor.End : TextAnchor.Start,
                layout.Size,
                ChartColours.Ink,
                hasHalo: true
            );
        }

        for (int i = 0; i < sankey.Stages.Count; i++)
        {
            TextAnchor anchor =
                i == 0 ? TextAnchor.Start
                : i == sankey.Stages.Count - 1 ? TextAnchor.End
                : TextAnchor.Middle;
            double x =
                i == 0 ? 0
                : i == sankey.Stages.Count - 1 ? layout.Width
                : layout.Stages[i] + SankeyLayout.StationWidth / 2;
            sheet.Text(sankey.Stages[i], x, layout.Top - 6, anchor, layout.Size, ChartColours.Muted);
        }

        SheetParts.Note(sheet, sankey);
        return sheet;
    }

    private static IReadOnlyList<(double X, double Y)> Ribbon(SankeyBand band)
    {
        var upper = new List<(double X, double Y)>();
        for (int i = 0; i <= Steps; i++)
        {
            double t = (double)i / Steps,
                // Level at both ends.
                rise = t * t * (3 - 2 * t);
            upper.Add((band.FromX + (band.ToX - band.FromX) * t, band.FromTop + (band.ToTop - band.FromTop) * rise));
        }

        IEnumerable<(double X, double Y)> lower = upper.Select(p => (p.X, p.Y + band.Thickness)).Reverse();
        return [.. upper, .. lower, upper[0]];
    }
}
