using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Drawing;

/// <summary>Draws horizontal bars.</summary>
internal static class BarDrawing
{
    private const double Stripe = 5;

    public static Sheet Of(BarChart chart, ChartLook look)
    {
        BarLayout layout = BarLayout.Of(chart);
        var sheet = new Sheet(layout.Width, layout.Height, look);
        for (int row = 0; row < chart.Categories.Count; row++)
        {
            double middle = layout.Top + layout.Row * (row + 0.5);
            SheetParts.RowName(sheet, chart.Categories[row], layout.Left - 8, middle, layout.Names - 3, layout.NameSize, layout.Row);
            if (chart.IsStacked)
                Stack(sheet, chart, layout, row, middle);
            else
                Beside(sheet, chart, layout, row, middle);
        }

        double axis = Math.Round(layout.Left) - 0.5;
        sheet.Line([(axis, layout.Top), (axis, layout.Top + layout.Row * chart.Categories.Count)], ChartColours.Muted, 1);
        SheetParts.Note(sheet, chart);
        SheetParts.Legend(sheet, chart, layout.Legend, [.. chart.Series.Select(s => s.Name)], (i, x, middle) =>
            Bar(sheet, i, x, middle - 5, layout.Legend.Swatch, 10)
        );
        return sheet;
    }

    private static void Beside(Sheet sheet, BarChart chart, BarLayout layout, int row, double middle)
    {
        double top = middle - layout.Bar * chart.Series.Count / 2;
        for (int i = 0; i < chart.Series.Count; i++)
        {
            double length = layout.Length(chart.Series[i].Values[row] ?? 0),
                y = top + layout.Bar * i;
            if (length > 0)
                Bar(sheet, i, layout.Left, y, length, layout.Bar);
            // A suppressed bar has no length but keeps its label, so that it is not taken for zero.
            if (Label(chart.Series[i], row) is { } label)
                sheet.Text(
                    label,
                    layout.Left + length + 5,
                    Sheet.Centred(y + layout.Bar / 2, layout.LabelSize),
                    TextAnchor.Start,
                    layout.LabelSize,
                    ChartColours.Ink
                );
        }
    }

    private static void Stack(Sheet sheet, BarChart chart, BarLayout layout, int row, double middle)
    {
        double x = layout.Left,
            top = middle - layout.Bar / 2;
        for (int i = 0; i < chart.Series.Count; i++)
        {
            double length = layout.Length(chart.Series[i].Values[row] ?? 0);
            if (length > 0)
                Bar(sheet, i, x, top, Math.Max(length - 1, 0.5), layout.Bar);
            if (Label(chart.Series[i], row) is { } label && LetterWidths.Of(label, layout.LabelSize) + 4 <= length)
            {
                // The stripes end where the number stands.
                double wide = LetterWidths.Of(label, layout.LabelSize) + 4;
                if (i > 0)
                    sheet.Box(x + (length - wide) / 2, top, wide, layout.Bar, ChartColours.Series[i % ChartColours.Series.Count]);
                sheet.Text(
                    label,
                    x + length / 2,
                    Sheet.Centred(middle, layout.LabelSize),
                    TextAnchor.Middle,
                    layout.LabelSize,
                    ChartColours.Paper
                );
            }

            x += length;
        }
    }

    // Sets keep apart in grey too: each but the first is striped another way.
    private static void Bar(Sheet sheet, int set, double left, double top, double width, double height)
    {
        sheet.Box(left, top, width, height, ChartColours.Series[set % ChartColours.Series.Count]);
        IEnumerable<(double X, double Y)> stripes = (set % ChartColours.Series.Count) switch
        {
            1 => Slanted(left, top, width, height, rising: true),
            2 => Slanted(left, top, width, height, rising: false),
            3 => [(left, top + height / 2), (left + width, top + height / 2)],
            _ => [],
        };
        if (stripes.Any())
            sheet.Line([.. stripes], ChartColours.Paper, 1);
    }

    private static IEnumerable<(double X, double Y)> Slanted(double left, double top, double width, double height, bool rising)
    {
        for (double start = Stripe - height; start < width; start += Stripe)
        {
            double from = Math.Max(start, 0),
                to = Math.Min(start + height, width);
            if (to <= from)
                continue;
            double high = from - start,
                low = to - start;
            yield return (left + from, rising ? top + height - high : top + high);
            yield return (left + to, rising ? top + height - low : top + low);
            yield return (double.NaN, double.NaN);
        }
    }

    private static string? Label(BarSeries series, int row) => row < series.Labels.Count ? series.Labels[row] : null;
}
