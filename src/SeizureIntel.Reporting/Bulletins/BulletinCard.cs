namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A key figure.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The figure, with its unit where the label does not say it.</param>
/// <param name="ChangeAll">Change against the same period a year before, all reporters; null where there is none.</param>
/// <param name="ChangePanel">The same on the constant panel.</param>
public sealed record BulletinCard(string Label, BulletinCell Value, string? ChangeAll, string? ChangePanel);
