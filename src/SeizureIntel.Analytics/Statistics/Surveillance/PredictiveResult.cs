namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>What the predictive test says of one period and of it together with the period before.</summary>
/// <param name="Count">Events in the period.</param>
/// <param name="Mean">Expected events in the period.</param>
/// <param name="Dispersion">Variance over mean (a ratio), at least 1.</param>
/// <param name="LogMeanError">Standard error of the logarithm of the mean (log events).</param>
/// <param name="HasTrend">Whether the trend was kept.</param>
/// <param name="PluginPValue">Probability of as many events or more at the fitted mean.</param>
/// <param name="PValueOnePeriod">The same probability, averaged over the uncertainty of the mean.</param>
/// <param name="CountTwoPeriods">Events of the period and the one before; null where that one is missing.</param>
/// <param name="PValueTwoPeriods">Probability of as many events or more in both; null where the earlier is missing.</param>
/// <param name="PValue">The combined p-value (a probability); 1 without events.</param>
/// <param name="IsGateOpen">Whether the last periods hold enough events for an alarm.</param>
public sealed record PredictiveResult(
    double Count,
    double Mean,
    double Dispersion,
    double LogMeanError,
    bool HasTrend,
    double PluginPValue,
    double PValueOnePeriod,
    double? CountTwoPeriods,
    double? PValueTwoPeriods,
    double PValue,
    bool IsGateOpen
);
