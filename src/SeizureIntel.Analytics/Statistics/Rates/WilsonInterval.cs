using System;

namespace SeizureIntel.Analytics.Statistics.Rates;

/// <summary>The interval of a share.</summary>
public static class WilsonInterval
{
    /// <summary>Coverage of the interval, a share.</summary>
    public const double Level = 0.95;

    private const double Z = 1.959963984540054;

    /// <summary>Share of some records in all, with its 95 % interval.</summary>
    /// <param name="n">Records counted, 0 to <paramref name="of"/>.</param>
    /// <param name="of">All records, 1 or more.</param>
    /// <returns>Share, lower and upper bound, each a share of 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no records, or more are counted than there are.</exception>
    /// <remarks>Assumes independent records. Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of
    /// the American Statistical Association 22 (1927), pp. 209-212.</remarks>
    public static (double Share, double Low, double High) Of(int n, int of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(n, of);
        double share = (double)n / of,
            square = Z * Z / of;
        double centre = (share + (square / 2)) / (1 + square),
            half = Z * Math.Sqrt((share * (1 - share) / of) + (square / (4 * of))) / (1 + square);
        return (share, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
