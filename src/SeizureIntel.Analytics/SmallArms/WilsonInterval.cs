using System;

namespace SeizureIntel.Analytics.SmallArms;

/// <summary>The interval of a share.</summary>
internal static class WilsonInterval
{
    /// <summary>Coverage of the interval.</summary>
    public const double Level = 0.95;

    private const double Z = 1.959963984540054;

    /// <summary>Share of n in of, with its 95 % interval.</summary>
    /// <remarks>Assumes independent records. Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), pp. 209-212.</remarks>
    public static (double Share, double Low, double High) Of(int n, int of)
    {
        double share = (double)n / of, square = Z * Z / of;
        double centre = (share + (square / 2)) / (1 + square), half = Z * Math.Sqrt((share * (1 - share) / of) + (square / (4 * of))) / (1 + square);
        return (share, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
