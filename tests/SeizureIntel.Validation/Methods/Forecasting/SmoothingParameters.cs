namespace SeizureIntel.Validation.Methods.Forecasting;

/// <summary>Parameters of an exponential smoothing.</summary>
/// <param name="Alpha">Share of an error that moves the level, 0 to 1.</param>
/// <param name="Beta">Share of an error that moves the trend; 0 without trend.</param>
/// <param name="Damping">Share of the trend that is left a period later; 1 = undamped.</param>
/// <param name="Level">Level before the first period (units of the series).</param>
/// <param name="Growth">Trend before the first period (units of the series a period).</param>
public sealed record SmoothingParameters(double Alpha, double Beta, double Damping, double Level, double Growth);
