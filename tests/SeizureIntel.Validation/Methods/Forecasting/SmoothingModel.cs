namespace SeizureIntel.Validation.Methods.Forecasting;

/// <summary>Exponential smoothing without season, additive errors.</summary>
public enum SmoothingModel
{
    /// <summary>Level alone.</summary>
    Level,

    /// <summary>Level and trend.</summary>
    Trend,

    /// <summary>Level and a trend that fades.</summary>
    DampedTrend,
}
