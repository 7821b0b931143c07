using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>A series split into season, trend and remainder; one value a period each, in the unit of the series.</summary>
/// <param name="Seasonal">Season.</param>
/// <param name="Trend">Smooth level.</param>
/// <param name="Remainder">What is left.</param>
/// <param name="Weights">Robustness weights of the last pass (shares from 0 to 1); 1 without robustness.</param>
/// <param name="TrendWindow">Window of the trend in periods.</param>
/// <param name="LowPassWindow">Window of the low-pass filter in periods.</param>
public sealed record Decomposition(
    IReadOnlyList<double> Seasonal,
    IReadOnlyList<double> Trend,
    IReadOnlyList<double> Remainder,
    IReadOnlyList<double> Weights,
    int TrendWindow,
    int LowPassWindow
);
