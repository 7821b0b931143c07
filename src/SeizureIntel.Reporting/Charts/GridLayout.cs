using System;
using System.Linq;
using SeizureIntel.Charts;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Where a grid's parts stand, in pixels from the top left.</summary>
internal sealed record GridLayout
{
    private const int NameWidth = 236;
    private const int StripNameWidth = 222;
    private const int NarrowNameWidth = 112;
    private const int LongWord = 6;

    public required int Width { get; init; }
    public required int Height { get; init; }
    public required double Left { get; init; }
    public required double Top { get; init; }

    /// <summary>Width of a cell with the gap beside it.</summary>
    public required double Cell { get; init; }

    /// <summary>Height of a cell with the gap below it.</summary>
    public required double Row { get; init; }

    /// <summary>Width of the gap between cells.</summary>
    public required double Gap { get; init; }

    /// <summary>Size of the letters in cells and above columns.</summary>
    public required double Size { get; init; }

    public required double NameSize { get; init; }

    /// <summary>Room of the rows' names, pixels.</summary>
    public required int Names { get; init; }

    /// <summary>Every how many columns one is named.</summary>
    public required int Every { get; init; }

    public static GridLayout Of(HeatGrid grid)
    {
        int width = ChartParts.WidthOf(grid),
            names = grid.IsNarrow ? NarrowNameWidth
            : grid.ShowsSilence ? StripNameWidth
            : NameWidth;
        // Bands of an open edition are longer words than counts.
        double size =
            grid.IsNarrow ? 9
            : grid.Cells.Any(c => c.Text.Length > LongWord) ? 10
            : 11;
        double left = names + 12,
            cell = (width - left - 4) / Math.Max(1, grid.Columns.Count);
        int lines = grid.ShowsSilence ? 1 : grid.Columns.Select(c => TextLines.Of(c, cell - 4, size, 3).Count).DefaultIfEmpty(1).Max();
        double top = ChartParts.Top(grid.Note, hasLegend: false) + 8 + lines * (size + 2),
            row = grid.IsNarrow ? (grid.ShowsSilence ? 16 : 22)
            : grid.ShowsSilence ? 21
            : 26;
        return new GridLayout
        {
            Width = width,
            Height = (int)Math.Ceiling(top + 4 + grid.Rows.Count * row),
            Left = left,
            Top = top,
            Cell = cell,
            Row = row,
            Gap = grid.IsNarrow ? 1 : 2,
            Size = size,
            NameSize = grid.IsNarrow ? 10 : 11,
            Names = names,
            Every = grid.ShowsSilence ? AxisTicks.Every(grid.Columns, cell, size) : 1,
        };
    }

    /// <summary>Which of the five fills a count has: steps are equal in the logarithm, or one dark cell would hide the rest.</summary>
    public static int Step(double? value, double most)
    {
        if (value is not { } count || count <= 0 || most <= 0)
            return 0;
        double share = Math.Log(1 + count) / Math.Log(1 + most);
        return Math.Clamp((int)Math.Ceiling(share * ChartColours.Steps.Count) - 1, 0, ChartColours.Steps.Count - 1);
    }
}
