using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>The law of a count of events: negative binomial, or Poisson where the size is infinite.</summary>
/// <param name="Mean">Expected events; at least 0.</param>
/// <param name="Size">Size of the negative binomial law, its variance being mean + mean^2 / size events; infinite = Poisson.</param>
public readonly record struct CountDistribution(double Mean, double Size)
{
    private const int LongestSum = 60;
    private const double SmallestDifference = 1e-4;
    private const double LevelSlack = 1e-13;

    /// <summary>Variance of the count; events squared.</summary>
    public double Variance => double.IsPositiveInfinity(Size) ? Mean : Mean + (Mean * Mean / Size);

    /// <summary>The Poisson law.</summary>
    /// <param name="mean">Expected events; at least 0.</param>
    /// <returns>The law.</returns>
    /// <remarks>Assumes independent events. Source: S. D. Poisson, Recherches sur la probabilité des jugements, 1837; notation of N. Johnson, A.
    /// Kemp, S. Kotz, Univariate Discrete Distributions, 3rd ed. 2005, section 4.1.</remarks>
    public static CountDistribution Poisson(double mean) => new(mean, double.PositiveInfinity);

    /// <summary>The law whose variance is a multiple of its mean.</summary>
    /// <param name="mean">Expected events; at least 0.</param>
    /// <param name="dispersion">Variance over mean (a ratio); 1 or less gives the Poisson law.</param>
    /// <returns>The law.</returns>
    /// <remarks>Assumes the variance of a quasi-Poisson fit. Source: A. Noufaily et al., An improved algorithm for outbreak detection in multiple
    /// surveillance systems, Statistics in Medicine 32 (2013), section 3.4.</remarks>
    public static CountDistribution WithDispersion(double mean, double dispersion) =>
        dispersion <= 1 ? Poisson(mean) : new(mean, mean / (dispersion - 1));

    /// <summary>The law with a given mean and variance.</summary>
    /// <param name="mean">Expected events; at least 0.</param>
    /// <param name="variance">Variance (events squared); held at least 1e-12 above the mean.</param>
    /// <returns>The law.</returns>
    /// <remarks>Assumes a gamma-distributed rate; matches two moments. Source: N. Johnson, A. Kemp, S. Kotz, Univariate Discrete Distributions, 3rd
    /// ed. 2005, section 5.1.</remarks>
    public static CountDistribution WithVariance(double mean, double variance) => new(mean, mean * mean / Math.Max(1e-12, variance - mean));

    /// <summary>Probability of exactly this many events.</summary>
    /// <param name="count">Events; at least 0.</param>
    /// <returns>A probability from 0 to 1.</returns>
    /// <remarks>Source: C. Loader, Fast and accurate computation of binomial probabilities, 2000, sections 4-6.</remarks>
    public double Density(double count)
    {
        if (count < 0)
        {
            return 0;
        }

        if (Mean <= 0)
        {
            return count == 0 ? 1 : 0;
        }

        if (double.IsPositiveInfinity(Size))
        {
            return GammaFunctions.PoissonDensity(count, Mean);
        }

        if (count == 0)
        {
            return AtZero();
        }

        var sum = Size + Mean;
        return Size / (Size + count) * GammaFunctions.BinomialDensity(Size, count + Size, Size / sum, Mean / sum);
    }

    /// <summary>Probability of at least this many events.</summary>
    /// <param name="count">Events; 0 or less gives 1.</param>
    /// <returns>A probability from 0 to 1, exact also far in the tail.</returns>
    /// <remarks>Source: N. Johnson, A. Kemp, S. Kotz, Univariate Discrete Distributions, 3rd ed. 2005, eq. 5.31 (incomplete beta) and 4.41
    /// (incomplete gamma).</remarks>
    public double UpperTail(double count)
    {
        if (count <= 0)
        {
            return 1;
        }

        if (Mean <= 0)
        {
            return 0;
        }

        if (count <= LongestSum && Mean < 2 * LongestSum)
        {
            var rest = 1 - SumBelow((int)Math.Ceiling(count));
            if (rest > SmallestDifference)
            {
                return rest;
            }
        }

        if (double.IsPositiveInfinity(Size))
        {
            return IncompleteGamma.Lower(count, Mean);
        }

        var sum = Size + Mean;
        return IncompleteBeta.Regularized(count, Size, Mean / sum, Size / sum);
    }

    /// <summary>Probability of at most this many events.</summary>
    /// <param name="count">Events; below 0 gives 0.</param>
    /// <returns>A probability from 0 to 1.</returns>
    /// <remarks>Source: N. Johnson, A. Kemp, S. Kotz, Univariate Discrete Distributions, 3rd ed. 2005, eq. 5.31 and 4.41.</remarks>
    public double Cumulative(double count)
    {
        if (count < 0)
        {
            return 0;
        }

        if (Mean <= 0)
        {
            return 1;
        }

        var next = Math.Floor(count) + 1;
        if (next <= LongestSum && Mean < 2 * LongestSum)
        {
            return Math.Min(1, SumBelow((int)next));
        }

        if (double.IsPositiveInfinity(Size))
        {
            return IncompleteGamma.Upper(next, Mean);
        }

        var sum = Size + Mean;
        return IncompleteBeta.Regularized(Size, next, Size / sum, Mean / sum);
    }

    /// <summary>Mid-p value of a count that may be too high: P(above) + P(equal) / 2.</summary>
    /// <param name="count">Events; at least 0.</param>
    /// <returns>A probability from 0 to 1.</returns>
    /// <remarks>Source: H. O. Lancaster, Significance tests in discrete distributions, Journal of the American Statistical Association 56 (1961), pp.
    /// 223-234.</remarks>
    public double MidUpperTail(double count) => UpperTail(count + 1) + (Density(count) / 2);

    /// <summary>Mid-p value of a count that may be too low: P(below) + P(equal) / 2.</summary>
    /// <param name="count">Events; at least 0.</param>
    /// <returns>A probability from 0 to 1.</returns>
    /// <remarks>Source: H. O. Lancaster, Significance tests in discrete distributions, Journal of the American Statistical Association 56 (1961), pp.
    /// 223-234.</remarks>
    public double MidLowerTail(double count) => Cumulative(count - 1) + (Density(count) / 2);

    /// <summary>The smallest count whose cumulative probability reaches a level.</summary>
    /// <param name="level">Probability above 0 and below 1.</param>
    /// <returns>Events, a whole number; infinite where the mean is infinite.</returns>
    /// <remarks>Complexity grows with the logarithm of the answer. Source: definition of a quantile, N. Johnson, A. Kemp, S. Kotz, Univariate
    /// Discrete Distributions, 3rd ed. 2005, section 1.2.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The level is not above 0 and below 1.</exception>
    public double Quantile(double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        if (Mean <= 0)
        {
            return 0;
        }

        if (double.IsInfinity(Mean))
        {
            return double.PositiveInfinity;
        }

        var high = Math.Ceiling(Mean + (6 * Math.Sqrt(Variance))) + 1;
        while (!Reaches(high, level))
        {
            high *= 2;
        }

        var low = -1.0;
        while (high - low > 1)
        {
            var middle = Math.Floor((low + high) / 2);
            if (Reaches(middle, level))
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return high;
    }

    // The side with the smaller probability is compared, so that neither level loses digits.
    private bool Reaches(double count, double level) =>
        level > 0.5 ? UpperTail(count + 1) <= (1 - level) * (1 + LevelSlack) : Cumulative(count) >= level * (1 - LevelSlack);

    private double AtZero() => double.IsPositiveInfinity(Size) ? Math.Exp(-Mean) : Math.Exp(-Size * LogOnePlus(Mean / Size));

    private double SumBelow(int count)
    {
        var term = AtZero();
        var total = term;
        if (double.IsPositiveInfinity(Size))
        {
            for (var k = 1; k < count; k++)
            {
                term *= Mean / k;
                total += term;
            }

            return total;
        }

        var x = Mean / (Size + Mean);
        for (var k = 1; k < count; k++)
        {
            term *= (Size + k - 1) / k * x;
            total += term;
        }

        return total;
    }

    internal static double LogOnePlus(double x)
    {
        if (x > 1e-3)
        {
            return Math.Log(1 + x);
        }

        return x * (1 - (x * (0.5 - (x * ((1.0 / 3) - (x * (0.25 - (x * (0.2 - (x / 6))))))))));
    }
}
