using System;
using MathNet.Numerics;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Logarithms of factorials and gamma functions, and the parts of count densities that keep their precision for large counts.</summary>
internal static class GammaFunctions
{
    private const double LogSqrtTwoPi = 0.918938533204672741780329736406;

    private static readonly double[] LogFactorials = BuildLogFactorials(256);

    /// <summary>ln Gamma(x) for x above 0.</summary>
    public static double LogGamma(double x) => SpecialFunctions.GammaLn(x);

    /// <summary>ln n!, n at least 0.</summary>
    public static double LogFactorial(int n) =>
        n < LogFactorials.Length ? LogFactorials[n] : (n * Math.Log(n)) - n + (0.5 * Math.Log(n)) + LogSqrtTwoPi + StirlingError(n);

    /// <summary>ln of the binomial coefficient n over k.</summary>
    public static double LogChoose(int n, int k) => LogFactorial(n) - LogFactorial(k) - LogFactorial(n - k);

    /// <summary>ln Gamma(n + 1) minus Stirling's formula without its series. Source: C. Loader, Fast and accurate computation of binomial
    /// probabilities, 2000, section 2.</summary>
    public static double StirlingError(double n)
    {
        if (n <= 15)
        {
            return LogGamma(n + 1) - ((n + 0.5) * Math.Log(n)) + n - LogSqrtTwoPi;
        }

        var square = n * n;
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (1.0 / 1188 / square)) / square)) / square)) / square)) / n;
    }

    /// <summary>x ln(x / mean) + mean - x without cancellation. Source: C. Loader, 2000, section 3.</summary>
    public static double DeviancePart(double x, double mean)
    {
        if (x == 0)
        {
            return mean;
        }

        if (Math.Abs(x - mean) >= 0.1 * (x + mean))
        {
            return (x * Math.Log(x / mean)) + mean - x;
        }

        var v = (x - mean) / (x + mean);
        var sum = (x - mean) * v;
        var term = 2 * x * v;
        v *= v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        return sum;
    }

    /// <summary>Density of a binomial law with real-valued arguments. Source: C. Loader, 2000, section 4.</summary>
    public static double BinomialDensity(double x, double n, double p, double q)
    {
        if (x == 0)
        {
            return n == 0 ? 1
                : p < 0.1 ? Math.Exp(-DeviancePart(n, n * q) - (n * p))
                : Math.Exp(n * Math.Log(q));
        }

        if (x == n)
        {
            return q < 0.1 ? Math.Exp(-DeviancePart(n, n * p) - (n * q)) : Math.Exp(n * Math.Log(p));
        }

        var rest = n - x;
        var exponent = StirlingError(n) - StirlingError(x) - StirlingError(rest) - DeviancePart(x, n * p) - DeviancePart(rest, n * q);
        return Math.Exp(exponent) * Math.Sqrt(n / (2 * Math.PI * x * rest));
    }

    /// <summary>Density of a Poisson law with a real-valued argument. Source: C. Loader, 2000, section 5.</summary>
    public static double PoissonDensity(double x, double mean)
    {
        if (x == 0)
        {
            return Math.Exp(-mean);
        }

        return mean == 0 ? 0 : Math.Exp(-StirlingError(x) - DeviancePart(x, mean)) / Math.Sqrt(2 * Math.PI * x);
    }

    private static double[] BuildLogFactorials(int length)
    {
        var values = new double[length];
        for (var n = 2; n < length; n++)
        {
            values[n] = values[n - 1] + Math.Log(n);
        }

        return values;
    }
}
