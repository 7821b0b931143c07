namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A text that may be a figure.</summary>
/// <param name="Text">As printed.</param>
/// <param name="FigureId">The figure it prints; null for words and context.</param>
public sealed record BulletinCell(string Text, string? FigureId = null);
