using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Counts drawn by chance: how many times a thing comes up when as many are drawn with replacement as there are.</summary>
internal static class PoissonDraws
{
    // The normal law is close enough from here on, and takes one number instead of as many as events.
    private const int ExactUpTo = 30;

    /// <summary>Draws a count of a mean.</summary>
    /// <remarks>Source: D. Knuth, The Art of Computer Programming 2, 3rd ed. 1997, section 3.4.1, algorithm Q; above a mean of 30 the rounded normal
    /// law of the same mean and variance.</remarks>
    public static int Next(int mean, ref SplitMix64 chance)
    {
        if (mean > ExactUpTo)
            return (int)
                Math.Max(
                    0,
                    Math.Round(mean + (Math.Sqrt(mean) * ContinuousTails.NormalQuantile(Math.Clamp(chance.NextDouble(), 1e-12, 1 - 1e-12))))
                );
        double left = Math.Exp(-mean),
            product = chance.NextDouble();
        int drawn = 0;
        for (; product > left; drawn++)
            product *= chance.NextDouble();
        return drawn;
    }
}
