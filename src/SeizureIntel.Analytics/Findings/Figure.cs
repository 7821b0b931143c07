namespace SeizureIntel.Analytics.Findings;

/// <summary>A number with its unit.</summary>
/// <param name="Value">The number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">cases, seizures, share, cases_per_week, a UN Rec. 20 code, …</param>
public sealed record Figure(double Value, string Unit);
