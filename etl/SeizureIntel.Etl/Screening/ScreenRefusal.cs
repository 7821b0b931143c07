namespace SeizureIntel.Etl.Screening;

/// <summary>Why a row is refused; it never holds the value.</summary>
/// <param name="Column">The column's position, from 0.</param>
/// <param name="Kind">The class of what was found.</param>
public sealed record ScreenRefusal(int Column, NominalKind Kind);
