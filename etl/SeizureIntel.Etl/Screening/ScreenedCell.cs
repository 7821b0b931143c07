namespace SeizureIntel.Etl.Screening;

/// <summary>One thing that screening did; it never holds the value.</summary>
/// <param name="Column">The column's position, from 0.</param>
/// <param name="Kind">The class of what was found.</param>
/// <param name="Action">What was done.</param>
public readonly record struct ScreenedCell(int Column, NominalKind Kind, ScreenAction Action);
