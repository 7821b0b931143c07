namespace SeizureIntel.Validation.Methods.Trends;

/// <summary>One period of an index over several reporters.</summary>
/// <param name="Period">The period's number.</param>
/// <param name="LogIndex">Logarithm of the rate over that of the base period (log units).</param>
/// <param name="Error">Its standard error (log units); very large where the period has no event.</param>
/// <param name="Index">Rate over that of the base period (a ratio).</param>
public sealed record PanelIndexPoint(int Period, double LogIndex, double Error, double Index);
