using System;
using System.Collections.Generic;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Draws several series side by side on one scale.</summary>
internal static class MultiplesDrawing
{
    public static Sheet Of(SmallMultiples chart, ChartLook look)
    {
        MultiplesLayout layout = MultiplesLayout.Of(chart);
        var sheet = new Sheet(layout.Width, layout.Height, look);
        for (int i = 0; i < chart.Panels.Count; i++)
            Panel(sheet, chart, layout, i);
        SheetParts.Note(sheet, chart);
        return sheet;
    }

    private static void Panel(Sheet sheet, SmallMultiples chart, MultiplesLayout layout, int index)
    {
        ChartPanel panel = chart.Panels[index];
        (double left, double top) = layout.Plots[index];
        double X(int at) => layout.X(index, at, chart.Labels.Count);
        double Y(double value) => layout.Y(index, value);
        if (panel.Band is { } band)
            SheetParts.Band(sheet, band, X, Y);
        foreach (double tick in new[] { 0, layout.Tops[index] })
        {
            double y = Math.Round(Y(tick)) + 0.5;
            sheet.Line([(left, y), (left + layout.Wide, y)], tick == 0 ? ChartColours.Muted : ChartColours.Grid, 1);
            // A scale that all panels share is written once a row.
            if (index == 0 || layout.HasOwnScales || layout.Plots[index - 1].Top < top)
                sheet.Text(
                    AxisTicks.Text(tick),
                    left - 5,
                    Sheet.Centred(Y(tick), layout.Size),
                    TextAnchor.End,
                    layout.Size,
                    ChartColours.Muted
                );
        }

        IReadOnlyList<(double X, double Y)> points = SheetParts.Points(panel.Values, X, Y);
        sheet.Line(points, ChartColours.Blue, 1.6);
        SheetParts.Alone(sheet, points, 4, ChartColours.Blue);
        var flags = new HashSet<string>(panel.Flags, StringComparer.Ordinal);
        for (int i = 0; i < chart.Labels.Count; i++)
        {
            if (flags.Contains(chart.Labels[i]) && panel.Values[i] is { } value)
                sheet.Diamond(X(i), Y(value), 8, ChartColours.Signal);
        }

        IReadOnlyList<string> title = TextLines.Of(panel.Title, layout.Wide, layout.Size + 1.8, 1);
        sheet.Text(title[0], left, top - 6, TextAnchor.Start, layout.Size + 1, ChartColours.Ink, isBold: true);
        if (chart.Labels.Count == 0)
            return;
        double foot = top + MultiplesLayout.High + layout.Size + 3;
        sheet.Text(chart.Labels[0], left, foot, TextAnchor.Start, layout.Size, ChartColours.Muted);
        if (chart.Labels.Count > 1)
            sheet.Text(chart.Labels[^1], left + layout.Wide, foot, TextAnchor.End, layout.Size, ChartColours.Muted);
    }
}
