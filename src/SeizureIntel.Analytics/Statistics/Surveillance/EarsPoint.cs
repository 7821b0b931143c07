namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>One period of an EARS chart.</summary>
/// <param name="Upper">Largest usual count (events); null where the bound is not defined.</param>
/// <param name="IsAlarm">The count exceeds the bound; null where there is none.</param>
public readonly record struct EarsPoint(double? Upper, bool? IsAlarm);
