namespace SeizureIntel.Etl.Suggesting;

/// <summary>How well a field fits a column.</summary>
/// <param name="Field">A template field, or a word with <c>_</c> before it for a column that is known and not taken.</param>
/// <param name="Probability">0 to 1; the fields and "none of them" share 1.</param>
/// <param name="Header">What the name says; strength 0 where it says nothing.</param>
internal sealed record FieldScore(string Field, double Probability, HeaderSign Header)
{
    /// <summary>True for a column that is known and not taken.</summary>
    public bool IsKnownAside => Field[0] == '_';
}
