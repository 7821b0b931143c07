using System;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>What the words of a record seem to say of a field that it does not state; counts nowhere unless accepted.</summary>
/// <param name="Field">heading or product.</param>
/// <param name="Code">The code.</param>
/// <param name="Label">Its English name.</param>
/// <param name="State">proposed, accepted or refused.</param>
/// <param name="Probability">How often such a proposal is right, 0 to 1; null once it was decided.</param>
/// <param name="By">Who proposes: lexicon, or a model's name; null once it was decided.</param>
/// <param name="Text">The words that say so, screened; null once it was decided.</param>
/// <param name="DecidedBy">Who decided; null before.</param>
/// <param name="DecidedAt">When, UTC; null before.</param>
public sealed record ProposalAnswer(
    string Field,
    string Code,
    string Label,
    string State,
    double? Probability,
    string? By,
    string? Text,
    string? DecidedBy,
    DateTimeOffset? DecidedAt
);
