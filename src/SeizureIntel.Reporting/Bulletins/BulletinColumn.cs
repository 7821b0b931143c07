namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A column of a printed table.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="IsNumber">True to align right.</param>
public sealed record BulletinColumn(string Label, bool IsNumber);
