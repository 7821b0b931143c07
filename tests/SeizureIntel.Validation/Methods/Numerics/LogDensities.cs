using System;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Validation.Methods.Numerics;

/// <summary>Densities of counts on the logarithmic scale.</summary>
public static class LogDensities
{
    /// <summary>Natural logarithm of the probability of exactly this many events.</summary>
    /// <param name="law">Law of the count.</param>
    /// <param name="count">Events; at least 0.</param>
    /// <returns>A logarithm of a probability (nats); minus infinity where the count is impossible.</returns>
    /// <remarks>Exact also where the probability itself is too small for a number. Source: C. Loader, Fast and accurate computation of binomial
    /// probabilities, 2000, sections 4-6.</remarks>
    public static double LogDensity(this CountDistribution law, double count)
    {
        if (count < 0 || law.Mean <= 0)
        {
            return count == 0 ? 0 : double.NegativeInfinity;
        }

        if (double.IsPositiveInfinity(law.Size))
        {
            return count == 0
                ? -law.Mean
                : -GammaFunctions.StirlingError(count)
                    - GammaFunctions.DeviancePart(count, law.Mean)
                    - (0.5 * Math.Log(2 * Math.PI * count));
        }

        if (count == 0)
        {
            return -law.Size * CountDistribution.LogOnePlus(law.Mean / law.Size);
        }

        var (n, sum) = (law.Size + count, law.Size + law.Mean);
        return Math.Log(law.Size / n)
            + GammaFunctions.StirlingError(n)
            - GammaFunctions.StirlingError(law.Size)
            - GammaFunctions.StirlingError(count)
            - GammaFunctions.DeviancePart(law.Size, n * (law.Size / sum))
            - GammaFunctions.DeviancePart(count, n * (law.Mean / sum))
            + (0.5 * Math.Log(n / (2 * Math.PI * law.Size * count)));
    }
}
