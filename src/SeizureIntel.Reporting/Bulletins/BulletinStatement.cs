namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A finding in words.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">What was found.</param>
/// <param name="Figure">The figure, with its link; null where the statement has none.</param>
/// <param name="Comparison">What was expected, and the size of the effect; empty for none.</param>
/// <param name="SoWhat">What to do about it; empty for none.</param>
/// <param name="Certainty">How sure; empty for a plain fact.</param>
/// <param name="Caveats">What a reader must know before using it; empty for none.</param>
public sealed record BulletinStatement(
    string Subject,
    string Text,
    BulletinCell? Figure,
    string Comparison,
    string SoWhat,
    string Certainty,
    string Caveats
);
