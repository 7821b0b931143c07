namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A name with its value.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value as printed.</param>
public sealed record BulletinFact(string Name, BulletinCell Value);
