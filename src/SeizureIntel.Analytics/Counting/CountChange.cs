using MathNet.Numerics.Distributions;

namespace SeizureIntel.Analytics.Counting;

/// <summary>The relative change between two counts with its exact interval.</summary>
internal static class CountChange
{
    /// <summary>(now − before)/before as a share, with the 95 % interval; null where the earlier count is zero.</summary>
    /// <remarks>Assumes independent seizures: real counts are over-dispersed, so the interval is a lower bound of the uncertainty.
    /// Source: C. Clopper and E. Pearson, The use of confidence or fiducial limits, Biometrika 26 (1934), pp. 404-413, applied to the share of the
    /// later count in both.</remarks>
    public static (double Value, double Low, double High)? Of(int before, int now)
    {
        if (before == 0)
            return null;
        double low = now == 0 ? 0 : Beta.InvCDF(now, before + 1, 0.025);
        double high = Beta.InvCDF(now + 1, before, 0.975);
        return (((double)now / before) - 1, (low / (1 - low)) - 1, (high / (1 - high)) - 1);
    }
}
