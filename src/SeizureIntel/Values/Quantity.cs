namespace SeizureIntel.Values;

/// <summary>An amount with its unit.</summary>
/// <param name="Value">The amount, above zero, in <paramref name="Unit"/>.</param>
/// <param name="Unit">UNECE Rec. 20 code (KGM, H87 …), a project unit code (STICK, ROUND, DOSE, PLANT) or, for money, the ISO 4217 code.</param>
public readonly record struct Quantity(decimal Value, string Unit);
