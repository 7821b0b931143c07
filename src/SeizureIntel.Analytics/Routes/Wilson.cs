using System;

namespace SeizureIntel.Analytics.Routes;

/// <summary>The interval of a share.</summary>
internal static class Wilson
{
    private const double Z = 1.959963984540054;

    /// <summary>95 % interval of a share, 0 to 1; the whole range without records.</summary>
    /// <remarks>Assumes independent records. Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical Association 22 (1927), p. 209.</remarks>
    public static (double Low, double High) Interval(int count, int of)
    {
        if (of == 0) return (0, 1);
        double share = count / (double)of, weight = 1 + (Z * Z / of);
        double centre = (share + (Z * Z / (2 * of))) / weight;
        double half = Z * Math.Sqrt((share * (1 - share) / of) + (Z * Z / (4.0 * of * of))) / weight;
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
