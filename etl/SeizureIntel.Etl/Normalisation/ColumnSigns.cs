namespace SeizureIntel.Etl.Normalisation;

/// <summary>What a column as a whole tells about its cells.</summary>
/// <param name="Order">Which of two numbers is the day.</param>
/// <param name="Mark">What stands before the decimals.</param>
internal readonly record struct ColumnSigns(DateOrder Order, DecimalMark Mark);
