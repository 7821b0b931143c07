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

    /// <summary>Difference of two shares, with its 95 % interval.</summary>
    /// <param name="now">Records counted now, of all.</param>
    /// <param name="before">Records counted before, of all.</param>
    /// <returns>The share now less the share before, lower and upper bound, each from -1 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no records, or more are counted than there are.</exception>
    /// <remarks>Assumes independent records. Source: R. G. Newcombe, Interval estimation for the difference between independent proportions,
    /// Statistics in Medicine 17 (1998), pp. 873-890, method 10.</remarks>
    public static (double Apart, double Low, double High) Difference((int N, int Of) now, (int N, int Of) before)
    {
        (double share, double low, double high) one = Of(now.N, now.Of),
            other = Of(before.N, before.Of);
        double apart = one.share - other.share,
            down = Math.Sqrt(Math.Pow(one.share - one.low, 2) + Math.Pow(other.high - other.share, 2)),
            up = Math.Sqrt(Math.Pow(one.high - one.share, 2) + Math.Pow(other.share - other.low, 2));
        return (apart, apart - down, apart + up);
    }
}
