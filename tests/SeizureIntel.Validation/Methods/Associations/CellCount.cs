namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>A cell of a table of two attributes.</summary>
/// <param name="Count">Records with both values (count).</param>
/// <param name="Expected">Records that independence lets expect (count), above 0.</param>
public readonly record struct CellCount(double Count, double Expected);
