using System;

namespace SeizureIntel.Workbench.Suggesting;

/// <summary>A format that was suggested for a file of unknown shape.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsAccepted">True where files are taken in by it.</param>
/// <param name="ProposedBy">Who sent the file it was suggested for.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="AcceptedBy">Who accepted it; null while nobody has.</param>
/// <param name="AcceptedAt">When; null while nobody has.</param>
/// <param name="Suggestion">What was understood of the file, with what people changed since; left out of a list.</param>
public sealed record SourceAnswer(
    string Name,
    string Title,
    bool IsAccepted,
    string ProposedBy,
    DateTimeOffset ProposedAt,
    string? AcceptedBy,
    DateTimeOffset? AcceptedAt,
    SuggestionAnswer? Suggestion
);
