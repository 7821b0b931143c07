namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>One period of a monitor.</summary>
/// <param name="Statistic">Log likelihood ratio (nats) of a change against none, at least 0.</param>
/// <param name="IsAlarm">The statistic reached the threshold; the next period starts anew.</param>
public readonly record struct MonitorPoint(double Statistic, bool IsAlarm);
