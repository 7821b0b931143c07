namespace SeizureIntel.Etl.Screening;

/// <summary>A run of letters or of digits of a text, of which identifiers are put together.</summary>
internal readonly record struct TextRun(int Start, int End, RunSort Sort)
{
    public int Length => End - Start;
}
