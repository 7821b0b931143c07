using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>A figure of the bulletin.</summary>
/// <param name="Id">Its anchor, <c>f1</c>, <c>f2</c>, …</param>
/// <param name="Label">What it is.</param>
/// <param name="Text">As printed.</param>
/// <param name="Value">Its value in <paramref name="Unit"/>; null where it is suppressed.</param>
/// <param name="Unit">Its unit; a share lies between 0 and 1.</param>
/// <param name="Known">How many records carry the fields needed.</param>
/// <param name="Method">How it was obtained.</param>
/// <param name="EvidenceId">The annex row with its query.</param>
public sealed record BulletinFigure(
    string Id,
    string Label,
    string Text,
    double? Value,
    string Unit,
    Known Known,
    string Method,
    string EvidenceId
);
