namespace SeizureIntel.Etl.Screening;

/// <summary>What a <see cref="TextRun"/> consists of.</summary>
internal enum RunSort
{
    /// <summary>Digits of any script, or seven and more of the Chinese signs that stand for digits.</summary>
    Digits,

    /// <summary>Capitals, or single letters of a script without case.</summary>
    Capitals,

    /// <summary>Other letters: a word.</summary>
    Word,
}
