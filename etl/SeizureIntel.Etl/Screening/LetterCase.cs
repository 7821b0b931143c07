namespace SeizureIntel.Etl.Screening;

/// <summary>How many letters of a text are large, and how many small.</summary>
internal readonly record struct LetterCase(int Upper, int Lower)
{
    private const int FewestCapitals = 8;

    /// <summary>Whether the text is written in capitals.</summary>
    public bool AreCapitals => Upper >= FewestCapitals && Upper > Lower * 4;
}
