namespace SeizureIntel.Etl.Screening;

/// <summary>Where something personal stood in the original text.</summary>
/// <param name="Kind">Its class.</param>
/// <param name="Start">Its first character, from 0.</param>
/// <param name="Length">Its length in characters, above 0.</param>
public readonly record struct MaskedSpan(NominalKind Kind, int Start, int Length);
