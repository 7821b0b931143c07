namespace SeizureIntel.Analytics.Findings;

/// <summary>What would have been expected, in the figure's unit.</summary>
/// <param name="Value">Expected value.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Level">Coverage of the bounds, above 0 and below 1.</param>
public sealed record Baseline(double Value, double Low, double High, double Level);
