namespace SeizureIntel.Etl.Screening;

/// <summary>A column whose header names a person, a document or a conveyance, so that none of its cells is kept.</summary>
/// <param name="Column">The column's position, from 0.</param>
/// <param name="Kind">The class that the header names.</param>
public readonly record struct DroppedColumn(int Column, NominalKind Kind);
