namespace SeizureIntel.Etl.Normalisation;

/// <summary>What stands before the decimals in a column's numbers.</summary>
internal enum DecimalMark
{
    /// <summary>The column does not tell: a point before decimals, a comma before three digits between thousands.</summary>
    Undecided,

    /// <summary>A point before decimals, commas between thousands.</summary>
    Point,

    /// <summary>A comma before decimals, points between thousands.</summary>
    Comma,
}
