using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>The regularised incomplete beta function and its inverse.</summary>
internal static class IncompleteBeta
{
    private const int MaximumTerms = 200_000;
    private const double Tiny = 1e-300;

    /// <summary>I_x(a, b), with 1 - x given apart so that neither end loses digits. Source: continued fraction of DLMF 8.17.22, evaluated by W.
    /// Lentz's method.</summary>
    public static double Regularized(double a, double b, double x, double oneMinusX)
    {
        if (x <= 0)
        {
            return 0;
        }

        if (oneMinusX <= 0)
        {
            return 1;
        }

        return x < (a + 1) / (a + b + 2) ? Lower(a, b, x, oneMinusX) : 1 - Lower(b, a, oneMinusX, x);
    }

    /// <summary>I_x(a, b).</summary>
    public static double Regularized(double a, double b, double x) => Regularized(a, b, x, 1 - x);

    /// <summary>Odds x / (1 - x) of the quantile: the quantile of a beta-prime law.</summary>
    public static double InverseOdds(double a, double b, double probability)
    {
        double low = -745,
            high = 745;
        for (var i = 0; i < 200 && high - low > 1e-15 * Math.Max(1, Math.Abs(low)); i++)
        {
            var middle = (low + high) / 2;
            if (AtLogit(a, b, middle) < probability)
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

    private static double AtLogit(double a, double b, double logit) => Regularized(a, b, Logistic(logit), Logistic(-logit));

    private static double Logistic(double value) => 1 / (1 + Math.Exp(-value));

    private static double Lower(double a, double b, double x, double y)
    {
        // x^a y^b / (a B(a, b)) by way of the binomial density, which stays exact for large a and b.
        var front = GammaFunctions.BinomialDensity(a, a + b, x, y) * (b / (a + b));
        if (front == 0)
        {
            return 0;
        }

        var c = 1.0;
        var d = 1 - ((a + b) * x / (a + 1));
        d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
        var h = d;
        for (var m = 1; m <= MaximumTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 + (even * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (even / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 + (odd * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (odd / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            var step = d * c;
            h *= step;
            if (Math.Abs(step - 1) < 1e-16)
            {
                break;
            }
        }

        return Math.Min(1, front * h);
    }
}
