using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Where a line chart's parts stand, in pixels from the top left.</summary>
internal sealed record LineLayout
{
    private const int WideHeight = 250;
    private const int NarrowHeight = 176;

    public required int Width { get; init; }
    public required int Height { get; init; }
    public required double Left { get; init; }
    public required double Right { get; init; }
    public required double Top { get; init; }
    public required double Bottom { get; init; }

    /// <summary>Size of the letters at the axes.</summary>
    public required double Size { get; init; }

    /// <summary>Names of the legend: lines, what was expected, flags.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required LegendLayout Legend { get; init; }
    public required IReadOnlyList<double> Ticks { get; init; }

    /// <summary>Every how many labels one is written.</summary>
    public required int Every { get; init; }

    public static LineLayout Of(LineChart chart)
    {
        int width = ChartParts.WidthOf(chart);
        double size = chart.IsNarrow ? 10 : 11,
            left = chart.IsNarrow ? 36 : 46,
            right = width - 14;
        List<string> names = [.. chart.Lines.Select(l => l.Name)];
        if (chart.Band is not null)
            names.AddRange([chart.Words.Expected, chart.Words.Range]);
        if (chart.Flags.Count > 0)
            names.Add(chart.Words.Beyond);
        LegendLayout legend = LegendLayout.Of(names, width, chart.IsNarrow);
        int more = (legend.Rows - 1) * LegendLayout.RowHeight,
            height = (chart.IsNarrow ? NarrowHeight : WideHeight) + more;
        IReadOnlyList<double> ticks = AxisTicks.Counts([
            .. chart.Lines.SelectMany(l => l.Values),
            .. chart.Band?.High ?? [],
            .. chart.Band?.Expected ?? [],
        ]);
        left = Math.Max(left, 10 + ticks.Max(t => LetterWidths.Of(AxisTicks.Text(t), size)));
        return new LineLayout
        {
            Width = width,
            Height = height,
            Left = left,
            Right = right,
            Top = ChartParts.Top(chart.Note, hasLegend: true) + (chart.IsNarrow ? 16 : 24) + more,
            Bottom = height - (chart.IsNarrow ? 22 : 26),
            Size = size,
            Names = names,
            Legend = legend,
            Ticks = ticks,
            Every = AxisTicks.Every(chart.Labels, chart.Labels.Count < 2 ? right - left : (right - left) / (chart.Labels.Count - 1), size),
        };
    }

    public double X(int at, int labels) => labels < 2 ? (Left + Right) / 2 : Left + (Right - Left) * at / (labels - 1);

    public double Y(double value) => Bottom - (Bottom - Top) * value / Ticks[^1];
}
