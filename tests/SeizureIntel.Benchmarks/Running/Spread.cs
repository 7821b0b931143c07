using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>Quantiles of measured times.</summary>
internal static class Spread
{
    /// <summary>The value below which a share of the measurements lies; nearest rank.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
