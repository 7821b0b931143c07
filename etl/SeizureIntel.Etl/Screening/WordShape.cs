namespace SeizureIntel.Etl.Screening;

/// <summary>How a word is written, which is what a name shows first.</summary>
internal enum WordShape
{
    Lower,
    Capitalised,
    Capitals,
    Initial,
    Arabic,
    Number,
    Mixed,
}
