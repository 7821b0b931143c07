namespace SeizureIntel.Charts;

/// <summary>What passes from a station of one stage to a station of a later one.</summary>
/// <param name="FromStage">Position of the stage it leaves, from 0.</param>
/// <param name="From">Code of the station it leaves.</param>
/// <param name="ToStage">Position of the stage it enters; above <paramref name="FromStage"/>.</param>
/// <param name="To">Code of the station it enters.</param>
/// <param name="Count">Seizures on it; null where the count is suppressed.</param>
/// <param name="Text">How the count is told: a number, or a band of an open edition.</param>
public sealed record SankeyLink(int FromStage, string From, int ToStage, string To, double? Count, string Text);
