namespace SeizureIntel.Etl.Suggesting;

/// <summary>A field that a column might also be.</summary>
/// <param name="Field">The template field.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record FieldAlternative(string Field, double Confidence);
