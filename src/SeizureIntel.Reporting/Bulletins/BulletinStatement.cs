namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A finding in words: what was found first, the statistics last.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">What was found; empty where the subject is a sentence that says it.</param>
/// <param name="Figure">The figure, with its link; null where the statement has none.</param>
public sealed record BulletinStatement(string Subject, string Text, BulletinCell? Figure)
{
    /// <summary>What was expected, in words that follow the figure; empty for none.</summary>
    public string Comparison { get; init; } = "";

    /// <summary>When; empty where it is the bulletin's own period.</summary>
    public string Period { get; init; } = "";

    /// <summary>What to do about it; empty for none.</summary>
    public string SoWhat { get; init; } = "";

    /// <summary>How sure; empty for a plain fact.</summary>
    public string Certainty { get; init; } = "";

    /// <summary>What else shows the same; empty for none.</summary>
    public string Also { get; init; } = "";

    /// <summary>Interval, effect and q; empty for none.</summary>
    public string Statistics { get; init; } = "";

    /// <summary>What a reader must know before using it; empty for none.</summary>
    public string Caveats { get; init; } = "";
}
