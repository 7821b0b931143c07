using System;
using MathNet.Numerics;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Tails and quantiles of the normal, t, F and chi-squared laws, kept exact far out.</summary>
internal static class ContinuousTails
{
    /// <summary>P(Z > z) of the standard normal law.</summary>
    public static double NormalUpper(double z) => 0.5 * SpecialFunctions.Erfc(z / Constants.Sqrt2);

    /// <summary>The z below which a standard normal value lies with a probability.</summary>
    public static double NormalQuantile(double probability) => -Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * probability);

    /// <summary>P(|T| > |t|) of Student's law.</summary>
    public static double StudentTwoSided(double t, double degreesOfFreedom)
    {
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return 2 * NormalUpper(Math.Abs(t));
        }

        var square = t * t;
        var sum = degreesOfFreedom + square;
        return double.IsInfinity(square) ? 0 : IncompleteBeta.Regularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / sum, square / sum);
    }

    /// <summary>P(F > f) of Fisher's law.</summary>
    public static double FisherUpper(double f, double degrees1, double degrees2)
    {
        if (f <= 0)
        {
            return 1;
        }

        var scaled = degrees1 * f;
        var sum = degrees2 + scaled;
        return double.IsInfinity(scaled) ? 0 : IncompleteBeta.Regularized(degrees2 / 2, degrees1 / 2, degrees2 / sum, scaled / sum);
    }

    /// <summary>P(X > x) of a chi-squared law.</summary>
    public static double ChiSquaredUpper(double x, double degreesOfFreedom) => IncompleteGamma.Upper(degreesOfFreedom / 2, x / 2);
}
