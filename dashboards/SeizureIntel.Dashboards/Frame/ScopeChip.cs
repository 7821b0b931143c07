namespace SeizureIntel.Dashboards.Frame;

/// <summary>One condition of a scope as the bar shows it.</summary>
/// <param name="Field">What it is about; null for words.</param>
/// <param name="Value">What it asks for.</param>
/// <param name="IsExcluded">True where it must not hold.</param>
/// <param name="Removed">The address without it.</param>
internal sealed record ScopeChip(string? Field, string Value, bool IsExcluded, string Removed);
