using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>The regularised incomplete gamma function: the tails of Poisson and gamma laws.</summary>
internal static class IncompleteGamma
{
    private const int MaximumTerms = 1_000_000;

    /// <summary>P(a, x), the lower part. Source: series DLMF 8.7.1 and continued fraction DLMF 8.9.2.</summary>
    public static double Lower(double a, double x) =>
        x <= 0 ? 0
        : x < a + 1 ? Series(a, x)
        : 1 - Fraction(a, x);

    /// <summary>Q(a, x) = 1 - P(a, x), the upper part.</summary>
    public static double Upper(double a, double x) =>
        x <= 0 ? 1
        : x < a + 1 ? 1 - Series(a, x)
        : Fraction(a, x);

    /// <summary>The x at which the lower part of a gamma law of shape a and rate 1 reaches a probability.</summary>
    public static double InverseLower(double a, double probability)
    {
        double low = -745,
            high = 710;
        for (var i = 0; i < 200 && high - low > 1e-15 * Math.Max(1, Math.Abs(low)); i++)
        {
            var middle = (low + high) / 2;
            if (Lower(a, Math.Exp(middle)) < probability)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return Math.Exp((low + high) / 2);
    }

    private static double Series(double a, double x)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var n = 1; n < MaximumTerms; n++)
        {
            term *= x / (a + n);
            sum += term;
            if (term < sum * 1e-17)
            {
                break;
            }
        }

        return GammaFunctions.PoissonDensity(a, x) * sum;
    }

    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1e300;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < MaximumTerms; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = (an * d) + b;
            d = 1 / (Math.Abs(d) < 1e-300 ? 1e-300 : d);
            c = b + (an / c);
            c = Math.Abs(c) < 1e-300 ? 1e-300 : c;
            var step = d * c;
            h *= step;
            if (Math.Abs(step - 1) < 1e-16)
            {
                break;
            }
        }

        // x^a e^-x / Gamma(a) = a times the Poisson density at a.
        return GammaFunctions.PoissonDensity(a, x) * a * h;
    }
}
