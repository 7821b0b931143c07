namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>What the flexible Farrington method says of one period.</summary>
/// <param name="Mean">Expected events in the period.</param>
/// <param name="Dispersion">Variance over mean (a ratio), at least 1.</param>
/// <param name="LogMeanError">Standard error of the logarithm of the mean (log events).</param>
/// <param name="MeanBound">The mean that the bound is drawn from (events); infinite where its exponential overflows.</param>
/// <param name="Upper">Largest usual count (events); null where the count is missing or the bound overflows.</param>
/// <param name="PValue">Probability of a count as high or higher; null where the count is missing or the bound overflows.</param>
/// <param name="Exceedance">(count - mean) / (upper - mean), a ratio above 1 for an unusual count; null where the count is missing.</param>
/// <param name="ReferenceScore">The exceedance ratio as the reference implementation prints it, with the mean on the log scale; null where missing.</param>
/// <param name="HasTrend">Whether the trend was kept.</param>
/// <param name="Trend">Growth of the log mean a period (log events); null without trend.</param>
/// <param name="IsGateOpen">Whether the last periods hold enough events for an alarm.</param>
/// <param name="IsAlarm">The count is above 0 and above its bound, and the gate is open.</param>
/// <param name="BaselineLargest">Largest count (events) of the baseline.</param>
public sealed record FarringtonResult(
    double Mean,
    double Dispersion,
    double LogMeanError,
    double MeanBound,
    double? Upper,
    double? PValue,
    double? Exceedance,
    double? ReferenceScore,
    bool HasTrend,
    double? Trend,
    bool IsGateOpen,
    bool IsAlarm,
    double BaselineLargest
);
