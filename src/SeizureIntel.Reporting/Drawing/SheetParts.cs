using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>What several kinds of charts draw alike.</summary>
internal static class SheetParts
{
    private const double NoteSize = 12;

    /// <summary>The sentence above a chart.</summary>
    public static void Note(Sheet sheet, Chart chart, double x = 0, double baseline = 11)
    {
        if (chart.Note is { } note)
            sheet.Text(note, x, baseline, TextAnchor.Start, NoteSize, ChartColours.Signal, isBold: true);
    }

    /// <summary>The names above a chart, each with its sample.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="chart">The chart; a note stands above the names.</param>
    /// <param name="legend">Where they stand.</param>
    /// <param name="names">The names.</param>
    /// <param name="sample">Draws the sample of one: its position, left edge and middle.</param>
    public static void Legend(
        Sheet sheet,
        Chart chart,
        LegendLayout legend,
        IReadOnlyList<string> names,
        Action<int, double, double> sample
    )
    {
        double top = chart.Note is null ? 0 : ChartParts.NoteHeight;
        for (int i = 0; i < legend.Places.Count; i++)
        {
            (double x, int row) = legend.Places[i];
            double middle = top + 7 + row * LegendLayout.RowHeight;
            sample(i, x, middle);
            sheet.Text(
                names[i],
                x + legend.Swatch + LegendLayout.Gap,
                Sheet.Centred(middle, legend.Size),
                TextAnchor.Start,
                legend.Size,
                ChartColours.Ink
            );
        }
    }

    /// <summary>Lines of text that end beside a row, around its middle.</summary>
    public static void RowName(Sheet sheet, string name, double right, double middle, int room, double size, double rowHeight)
    {
        int most = Math.Max(1, (int)((rowHeight + 2) / size));
        IReadOnlyList<string> lines = TextLines.Of(name, room, size, most);
        double step = Math.Min(size + 1, rowHeight / Math.Max(1, lines.Count)),
            first = middle - (lines.Count - 1) * step / 2;
        for (int i = 0; i < lines.Count; i++)
            sheet.Text(lines[i], right, Sheet.Centred(first + i * step, size), TextAnchor.End, size, ChartColours.Ink);
    }

    /// <summary>Values as points of a line; a missing one is no number.</summary>
    public static IReadOnlyList<(double X, double Y)> Points(IReadOnlyList<double?> values, Func<int, double> x, Func<double, double> y) =>
        [.. values.Select((v, i) => (x(i), v is { } value && double.IsFinite(value) ? y(value) : double.NaN))];

    /// <summary>The range expected as areas, one for each stretch that has both bounds.</summary>
    public static void Band(Sheet sheet, ChartBand band, Func<int, double> x, Func<double, double> y)
    {
        int from = 0;
        while (from < band.High.Count)
        {
            if (band.High[from] is null || band.Low[from] is null)
            {
                from++;
                continue;
            }

            int to = from;
            while (to + 1 < band.High.Count && band.High[to + 1] is not null && band.Low[to + 1] is not null)
                to++;
            // A single step of time has no width: it gets that of a thick line.
            double half = from == to ? 3 : 0;
            IEnumerable<int> steps = Enumerable.Range(from, to - from + 1);
            sheet.Area(
                [
                    .. steps.SelectMany(i => Ends(i, half).Select(at => (at, y(band.High[i]!.Value)))),
                    .. steps.Reverse().SelectMany(i => Ends(i, half).Reverse().Select(at => (at, y(band.Low[i]!.Value)))),
                ],
                ChartColours.Band,
                1
            );
            from = to + 1;
        }

        double[] Ends(int i, double half) => half > 0 ? [x(i) - half, x(i) + half] : [x(i)];
    }

    /// <summary>Points that have no neighbour on either side: a line would not show them.</summary>
    public static void Alone(Sheet sheet, IReadOnlyList<(double X, double Y)> points, double size, ChartColour colour)
    {
        for (int i = 0; i < points.Count; i++)
        {
            bool hasNeighbour = i > 0 && !double.IsNaN(points[i - 1].Y) || i + 1 < points.Count && !double.IsNaN(points[i + 1].Y);
            if (!double.IsNaN(points[i].Y) && !hasNeighbour)
                sheet.Dot(points[i].X, points[i].Y, size, colour);
        }
    }
}
