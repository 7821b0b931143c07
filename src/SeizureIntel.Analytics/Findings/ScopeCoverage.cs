namespace SeizureIntel.Analytics.Findings;

/// <summary>Who reported, and how much, within a scope.</summary>
/// <param name="Reporters">Reporting countries with at least one seizure.</param>
/// <param name="ReportersEveryPeriod">Those with a seizure in every calendar quarter of the scope: the constant panel.</param>
/// <param name="Cases">Cases; null where the audience is not told.</param>
/// <param name="Seizures">Seizures; null where the audience is not told.</param>
/// <param name="MedianLagDays">Median days from seizure to report; null where report dates are missing.</param>
public sealed record ScopeCoverage(int Reporters, int ReportersEveryPeriod, int? Cases, int? Seizures, double? MedianLagDays);
