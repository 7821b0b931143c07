namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>A rank test of monotone trend with the size of the trend.</summary>
/// <param name="Score">Pairs that rise minus pairs that fall (a number of pairs).</param>
/// <param name="Variance">Variance of the score without trend, corrected for ties (pairs squared).</param>
/// <param name="Tau">Kendall's rank correlation with time (a share from -1 to 1).</param>
/// <param name="Z">Standardised score with continuity correction (standard deviations).</param>
/// <param name="PValue">Two-sided p-value (a probability).</param>
/// <param name="Slope">Sen's slope: median change a period (units of the series).</param>
/// <param name="SlopeLow">Lower end of its 95 % interval (units of the series a period).</param>
/// <param name="SlopeHigh">Upper end of its 95 % interval (units of the series a period).</param>
public sealed record MonotoneTrend(
    double Score,
    double Variance,
    double Tau,
    double Z,
    double PValue,
    double Slope,
    double SlopeLow,
    double SlopeHigh
);
