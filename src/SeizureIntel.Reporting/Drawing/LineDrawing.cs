using System;
using System.Collections.Generic;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Draws lines over time with the range expected and the points beyond it.</summary>
internal static class LineDrawing
{
    private const double Flag = 12;

    public static Sheet Of(LineChart chart, ChartLook look)
    {
        LineLayout layout = LineLayout.Of(chart);
        var sheet = new Sheet(layout.Width, layout.Height, look);
        double X(int at) => layout.X(at, chart.Labels.Count);
        if (chart.Band is { } range)
            SheetParts.Band(sheet, range, X, layout.Y);
        Axes(sheet, chart, layout, X);
        if (chart.Band is { } band)
            Expected(sheet, SheetParts.Points(band.Expected, X, layout.Y));
        // Broken lines lie on top: where two run together, the one below shows through the gaps.
        for (int i = 0; i < chart.Lines.Count; i++)
        {
            IReadOnlyList<(double X, double Y)> points = SheetParts.Points(chart.Lines[i].Values, X, layout.Y);
            Stroke(sheet, chart, i, points);
            SheetParts.Alone(sheet, points, 7, ChartColours.Series[i % ChartColours.Series.Count]);
        }

        Flags(sheet, chart, layout, X);
        SheetParts.Note(sheet, chart);
        SheetParts.Legend(sheet, chart, layout.Legend, layout.Names, (i, x, middle) => Sample(sheet, chart, layout, i, x, middle));
        return sheet;
    }

    private static void Axes(Sheet sheet, LineChart chart, LineLayout layout, Func<int, double> x)
    {
        foreach (double tick in layout.Ticks)
        {
            double y = Math.Round(layout.Y(tick)) + 0.5;
            sheet.Line([(layout.Left, y), (layout.Right, y)], tick == 0 ? ChartColours.Muted : ChartColours.Grid, 1);
            sheet.Text(
                AxisTicks.Text(tick),
                layout.Left - 7,
                Sheet.Centred(layout.Y(tick), layout.Size),
                TextAnchor.End,
                layout.Size,
                ChartColours.Muted
            );
        }

        sheet.Text(chart.ValueName, 0, layout.Top - (chart.IsNarrow ? 6 : 9), TextAnchor.Start, layout.Size, ChartColours.Muted);
        for (int i = 0; i < chart.Labels.Count; i += layout.Every)
        {
            double half = LetterWidths.Of(chart.Labels[i], layout.Size) / 2,
                at = Math.Clamp(x(i), half, layout.Width - half);
            sheet.Text(
                chart.Labels[i],
                at,
                layout.Bottom + layout.Size + (chart.IsNarrow ? 5 : 7),
                TextAnchor.Middle,
                layout.Size,
                ChartColours.Muted
            );
        }
    }

    private static void Expected(Sheet sheet, IReadOnlyList<(double X, double Y)> points) =>
        sheet.Dashes(points, ChartColours.Muted, 1.2, 1.5, 2.5);

    private static void Stroke(Sheet sheet, LineChart chart, int index, IReadOnlyList<(double X, double Y)> points)
    {
        ChartColour colour = ChartColours.Series[index % ChartColours.Series.Count];
        double thickness = index == 0 ? 2.4 : 1.8;
        if (chart.Lines[index].IsDashed)
            sheet.Dashes(points, colour, thickness, 6 - index % 2, 3.5);
        else
            sheet.Line(points, colour, thickness);
    }

    private static void Flags(Sheet sheet, LineChart chart, LineLayout layout, Func<int, double> x)
    {
        var flags = new HashSet<string>(chart.Flags, StringComparer.Ordinal);
        for (int i = 0; i < chart.Labels.Count; i++)
        {
            if (flags.Contains(chart.Labels[i]) && chart.Lines[0].Values[i] is { } value)
                sheet.Diamond(x(i), layout.Y(value), Flag, ChartColours.Signal);
        }
    }

    private static void Sample(Sheet sheet, LineChart chart, LineLayout layout, int entry, double x, double middle)
    {
        double end = x + layout.Legend.Swatch;
        if (entry < chart.Lines.Count)
            Stroke(sheet, chart, entry, [(x, middle), (end, middle)]);
        else if (layout.Names[entry] == chart.Words.Expected)
            Expected(sheet, [(x, middle), (end, middle)]);
        else if (layout.Names[entry] == chart.Words.Range)
            sheet.Box(x, middle - 5, layout.Legend.Swatch, 10, ChartColours.Band);
        else
            sheet.Diamond((x + end) / 2, middle, Flag - 2, ChartColours.Signal);
    }
}
