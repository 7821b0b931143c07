namespace SeizureIntel.Etl.Screening;

/// <summary>A word of a text: a run of letters or digits, with hyphens and apostrophes inside.</summary>
internal readonly record struct Word(int Start, int Length, WordShape Shape)
{
    public int End => Start + Length;

    /// <summary>Whether it is written with a capital, and is no initial.</summary>
    public bool IsRaised => Shape is WordShape.Capitalised or WordShape.Capitals;
}
