namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A key figure.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">Its unit in words; empty where the label says it.</param>
/// <param name="ChangeAll">Change against the same period a year before, all reporters; null where there is none.</param>
/// <param name="ChangePanel">The same on the constant panel.</param>
public sealed record BulletinCard(string Label, BulletinCell Value, string Unit, string? ChangeAll, string? ChangePanel);
