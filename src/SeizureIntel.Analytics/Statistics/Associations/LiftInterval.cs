using System;

namespace SeizureIntel.Analytics.Statistics.Associations;

/// <summary>How much more often two things go together than chance makes them, with its interval.</summary>
public static class LiftInterval
{
    /// <summary>Coverage of the interval, a share.</summary>
    public const double Level = 0.95;

    private const double Z = 1.959963984540054;

    /// <summary>Records with both over those that chance lets expect.</summary>
    /// <param name="both">Records with both properties, 1 or more.</param>
    /// <param name="first">Records with the first property.</param>
    /// <param name="second">Records with the second property.</param>
    /// <param name="records">All records.</param>
    /// <returns>A ratio, 1 = no association, with its lower and upper bound.</returns>
    /// <remarks>Assumes independent records; the interval is one of the logarithm by the delta method on the four shares of the table. Source: A.
    /// Agresti, Categorical Data Analysis, 3rd ed. 2013, section 16.1 (delta method for functions of multinomial shares).</remarks>
    public static (double Lift, double Low, double High) Of(int both, int first, int second, int records)
    {
        double lift = both / ((double)first * second / records),
            variance = (1.0 / both) - (1.0 / first) - (1.0 / second) - (1.0 / records) + (2.0 * both / ((double)first * second)),
            spread = Z * Math.Sqrt(Math.Max(0, variance));
        return (lift, lift * Math.Exp(-spread), lift * Math.Exp(spread));
    }
}
