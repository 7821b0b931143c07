using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Where a bar chart's parts stand, in pixels from the top left.</summary>
internal sealed record BarLayout
{
    private const int RowHeight = 25;
    private const int NameWidth = 216;
    private const int NarrowRowHeight = 19;
    private const int NarrowNameWidth = 116;
    private const double ShareOfRow = 0.8;

    public required int Width { get; init; }
    public required int Height { get; init; }

    /// <summary>Where the bars begin.</summary>
    public required double Left { get; init; }

    /// <summary>Where the longest bar ends.</summary>
    public required double Right { get; init; }

    public required double Top { get; init; }
    public required double Row { get; init; }

    /// <summary>Height of one bar.</summary>
    public required double Bar { get; init; }

    /// <summary>Size of the names' letters.</summary>
    public required double NameSize { get; init; }

    /// <summary>Size of the labels' letters.</summary>
    public required double LabelSize { get; init; }

    /// <summary>Room of the names, pixels.</summary>
    public required int Names { get; init; }

    public required LegendLayout Legend { get; init; }

    /// <summary>The greatest bar or stack.</summary>
    public required double Most { get; init; }

    public static BarLayout Of(BarChart chart)
    {
        int width = ChartParts.WidthOf(chart),
            sets = chart.Series.Count,
            names = chart.IsNarrow ? NarrowNameWidth : NameWidth;
        LegendLayout legend = LegendLayout.Of(sets > 1 ? [.. chart.Series.Select(s => s.Name)] : [], width, chart.IsNarrow);
        double top = ChartParts.Top(chart.Note, sets > 1) + 4 + Math.Max(0, legend.Rows - 1) * LegendLayout.RowHeight,
            labelSize = chart.IsNarrow ? 10 : 12,
            thickest = chart.IsNarrow ? 11 : 15,
            row = chart.IsNarrow ? NarrowRowHeight : RowHeight;
        if (!chart.IsStacked)
            row = Math.Max(row, 16 * sets);
        return new BarLayout
        {
            Width = width,
            Height = (int)Math.Ceiling(top + 12 + chart.Categories.Count * row),
            Left = names + (chart.IsNarrow ? 6 : 12),
            Right = width - LabelRoom(chart, labelSize),
            Top = top,
            Row = row,
            Bar = Math.Min(thickest, row * ShareOfRow / (chart.IsStacked ? 1 : sets)),
            NameSize = chart.IsNarrow ? 10 : 11,
            LabelSize = labelSize,
            Names = names,
            Legend = legend,
            Most = Greatest(chart),
        };
    }

    public double Length(double value) => (Right - Left) * value / Most;

    // The longest bar leaves room for its label.
    private static double LabelRoom(BarChart chart, double size) =>
        chart.IsStacked
            ? 8
            : Math.Clamp(
                12 + chart.Series.SelectMany(s => s.Labels).Select(l => LetterWidths.Of(l, size)).DefaultIfEmpty(28).Max(),
                40,
                chart.IsNarrow ? 150 : 220
            );

    private static double Greatest(BarChart chart)
    {
        IEnumerable<double> lengths = chart.IsStacked
            ? Enumerable.Range(0, chart.Categories.Count).Select(i => chart.Series.Sum(s => s.Values[i] ?? 0))
            : chart.Series.SelectMany(s => s.Values).Select(v => v ?? 0);
        double most = lengths.DefaultIfEmpty(0).Max();
        return most > 0 ? most : 1;
    }
}
