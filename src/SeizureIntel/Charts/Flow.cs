namespace SeizureIntel.Charts;

/// <summary>A movement between two countries.</summary>
/// <param name="From">Country it leaves, ISO 3166-1 alpha-2.</param>
/// <param name="To">Country it enters, ISO 3166-1 alpha-2.</param>
/// <param name="Seizures">Seizures on it; null where the count is suppressed.</param>
public sealed record Flow(string From, string To, double? Seizures);
