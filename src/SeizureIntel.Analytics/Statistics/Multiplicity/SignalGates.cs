using System;

namespace SeizureIntel.Analytics.Statistics.Multiplicity;

/// <summary>What a significant count needs besides to become a signal.</summary>
public static class SignalGates
{
    private const double LeastExcess = 3;
    private const double LeastRatio = 1.5;
    private const double LeastRatioSparse = 2;

    /// <summary>Whether a count is large enough to matter: 3 events and half as many again (twice, for sparse series) above what was expected.</summary>
    /// <param name="count">Events.</param>
    /// <param name="expected">Expected events.</param>
    /// <param name="isSparse">Whether the series has less than about one event a week.</param>
    /// <returns>True if both hold.</returns>
    /// <remarks>Assumes nothing of the law. Source: house rule of the methods' description (few false alarms), beside C. P. Farrington et al., JRSS A
    /// 159 (1996), section 3.8.</remarks>
    public static bool IsLargeEnough(double count, double expected, bool isSparse) =>
        count - expected >= LeastExcess && (expected <= 0 || count / expected >= (isSparse ? LeastRatioSparse : LeastRatio));

    /// <summary>Rank of a signal: strength of the evidence times size of the effect.</summary>
    /// <param name="pValue">p-value (a probability).</param>
    /// <param name="shrunkRatio">Shrunk ratio of observed to expected.</param>
    /// <returns>A score (decimal digits times ratio); larger comes first.</returns>
    /// <remarks>Assumes a ratio shrunk towards its siblings. p-values below 1e-300 count as that. Source: house rule of the methods' description.</remarks>
    public static double Rank(double pValue, double shrunkRatio) => -Math.Log10(Math.Max(1e-300, pValue)) * shrunkRatio;
}
