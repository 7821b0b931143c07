namespace SeizureIntel.Etl.Normalisation;

/// <summary>A unit.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Dimension">What it measures: mass, volume, count, area …</param>
/// <param name="Canonical">The canonical unit of its dimension.</param>
/// <param name="Factor">How many canonical units it is.</param>
/// <param name="IsEradication">True for areas and plants in the field, which are destroyed, not seized.</param>
internal sealed record UnitRow(string Code, string Dimension, string Canonical, decimal Factor, bool IsEradication);
