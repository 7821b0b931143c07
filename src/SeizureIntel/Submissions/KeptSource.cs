using System;

namespace SeizureIntel.Submissions;

/// <summary>A reporting format that was suggested for a file of unknown shape.</summary>
/// <param name="Name">Its name, unique among all sources.</param>
/// <param name="Description">Text of its <c>source.json</c>.</param>
/// <param name="Suggestion">What was understood of the file it was suggested for, as JSON: columns with reasons and screened samples.</param>
/// <param name="ProposedBy">Who sent the file.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="AcceptedBy">Who accepted it, so that files are taken in by it; null while nobody has.</param>
/// <param name="AcceptedAt">When; null while nobody has.</param>
public sealed record KeptSource(
    string Name,
    string Description,
    string Suggestion,
    string ProposedBy,
    DateTimeOffset ProposedAt,
    string? AcceptedBy,
    DateTimeOffset? AcceptedAt
);
