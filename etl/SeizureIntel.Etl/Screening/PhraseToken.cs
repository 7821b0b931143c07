namespace SeizureIntel.Etl.Screening;

/// <summary>A run of letters, a run of digits or one Chinese character of a text, folded for comparing.</summary>
internal readonly record struct PhraseToken(int Start, int End, string Folded)
{
    public bool IsDigits => char.IsDigit(Folded[0]);
}
