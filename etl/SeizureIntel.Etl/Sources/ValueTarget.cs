namespace SeizureIntel.Etl.Sources;

/// <summary>What one value of a source's column means.</summary>
/// <param name="Field">Another template field that the value belongs to; null for the column's own field.</param>
/// <param name="Code">A code of the field's list, or one of the words for a missing value.</param>
public sealed record ValueTarget(string? Field, string Code);
