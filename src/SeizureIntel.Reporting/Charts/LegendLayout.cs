using System.Collections.Generic;

namespace SeizureIntel.Reporting.Charts;

/// <summary>The names above a chart, in rows.</summary>
/// <param name="Places">Where each entry begins, pixels from the left and row from 0, in their order.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Swatch">Width of the sample before each name, pixels.</param>
/// <param name="Size">Size of the letters, pixels.</param>
internal sealed record LegendLayout(IReadOnlyList<(double X, int Row)> Places, int Rows, double Swatch, double Size)
{
    public const int RowHeight = 17;
    public const double Gap = 5;

    public static LegendLayout Of(IReadOnlyList<string> names, double width, bool isNarrow)
    {
        double swatch = isNarrow ? 17 : 26,
            between = isNarrow ? 12 : 18,
            size = isNarrow ? 10 : 12,
            x = 0;
        int row = 0;
        var places = new List<(double, int)>();
        foreach (string name in names)
        {
            double wide = swatch + Gap + LetterWidths.Of(name, size);
            if (x > 0 && x + wide > width)
            {
                x = 0;
                row++;
            }

            places.Add((x, row));
            x += wide + between;
        }

        return new LegendLayout(places, names.Count == 0 ? 0 : row + 1, swatch, size);
    }
}
