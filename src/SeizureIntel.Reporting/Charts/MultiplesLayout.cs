using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Where the panels of small multiples stand, in pixels from the top left.</summary>
internal sealed record MultiplesLayout
{
    private const double Between = 16;
    private const double TitleHeight = 18;
    private const double PlotHeight = 62;
    private const double Foot = 18;

    public required int Width { get; init; }
    public required int Height { get; init; }

    /// <summary>Size of the letters.</summary>
    public required double Size { get; init; }

    /// <summary>Width of one panel's plot.</summary>
    public required double Wide { get; init; }

    /// <summary>Left edge of each plot, and its upper edge.</summary>
    public required IReadOnlyList<(double Left, double Top)> Plots { get; init; }

    /// <summary>The value at the upper edge of each plot; the same for all unless each has a scale of its own.</summary>
    public required IReadOnlyList<double> Tops { get; init; }

    /// <summary>True where each panel says its own scale.</summary>
    public required bool HasOwnScales { get; init; }

    public static double High => PlotHeight;

    public static MultiplesLayout Of(SmallMultiples chart)
    {
        int width = ChartParts.WidthOf(chart),
            across = Math.Min(chart.IsNarrow ? 2 : 3, Math.Max(1, chart.Panels.Count));
        double size = chart.IsNarrow ? 9 : 10,
            top = ChartParts.Top(chart.Note, hasLegend: false);
        double[] tops = chart.HasOwnScales
            ? [.. chart.Panels.Select(p => Highest([p]))]
            : [.. Enumerable.Repeat(Highest(chart.Panels), chart.Panels.Count)];
        double scale = 8 + tops.Select(t => LetterWidths.Of(AxisTicks.Text(t), size)).DefaultIfEmpty().Max(),
            panel = (width - (across - 1) * Between) / across,
            row = TitleHeight + PlotHeight + Foot;
        return new MultiplesLayout
        {
            Width = width,
            Height = (int)Math.Ceiling(top + row * Math.Ceiling(chart.Panels.Count / (double)across)),
            Size = size,
            Wide = panel - scale - 2,
            Plots =
            [
                .. chart.Panels.Select(
                    (_, i) => (i % across * (panel + Between) + scale, top + TitleHeight + row * Math.Floor(i / (double)across))
                ),
            ],
            Tops = tops,
            HasOwnScales = chart.HasOwnScales,
        };
    }

    public double X(int panel, int at, int labels) => Plots[panel].Left + (labels < 2 ? Wide / 2 : Wide * at / (labels - 1));

    public double Y(int panel, double value) => Plots[panel].Top + High - High * value / Tops[panel];

    private static double Highest(IReadOnlyList<ChartPanel> panels) =>
        AxisTicks.Counts([.. panels.SelectMany(p => p.Values), .. panels.SelectMany(p => p.Band?.High ?? [])])[^1];
}
