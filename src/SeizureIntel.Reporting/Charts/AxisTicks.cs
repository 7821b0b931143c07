using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Where the axes are marked.</summary>
internal static class AxisTicks
{
    private const int Intervals = 4;
    private const double Air = 12;

    private static readonly int[] Round = [1, 2, 5, 10];

    /// <summary>Marks of a count from zero up to the greatest value or just above it: steps of 1, 2 or 5 times a power of ten, whole numbers, at most
    /// six marks.</summary>
    public static IReadOnlyList<double> Counts(IEnumerable<double?> values)
    {
        double most = values.Select(v => v ?? 0).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        if (most <= 1)
            return [0, 1];
        double power = Math.Pow(10, Math.Floor(Math.Log10(most / Intervals)));
        double step = Math.Max(1, Round.Select(f => f * power).First(s => s * Intervals >= most * 0.8));
        return [.. Enumerable.Range(0, (int)Math.Ceiling(most / step - 1e-9) + 1).Select(i => i * step)];
    }

    /// <summary>A count on an axis, its thousands grouped.</summary>
    public static string Text(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>Every how many labels one is written, so that they keep clear of each other.</summary>
    /// <param name="labels">All labels.</param>
    /// <param name="step">Pixels from one to the next.</param>
    /// <param name="size">Size of the letters, pixels.</param>
    public static int Every(IReadOnlyList<string> labels, double step, double size)
    {
        double widest = labels.Select(l => LetterWidths.Of(l, size)).DefaultIfEmpty(0).Max();
        return Math.Max(1, (int)Math.Ceiling((widest + Air) / Math.Max(step, 0.01)));
    }
}
