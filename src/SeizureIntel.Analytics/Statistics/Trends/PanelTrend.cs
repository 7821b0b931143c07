namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>A trend common to several reporters.</summary>
/// <param name="Slope">Growth of the log rate a period (log units).</param>
/// <param name="Error">Its standard error (log units).</param>
/// <param name="PValue">Its two-sided p-value (a probability).</param>
/// <param name="Dispersion">Pearson dispersion (a ratio).</param>
/// <param name="Reporters">Number of reporters with any event.</param>
public sealed record PanelTrend(double Slope, double Error, double PValue, double Dispersion, int Reporters);
