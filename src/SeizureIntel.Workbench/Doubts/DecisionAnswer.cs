using System;
using SeizureIntel.Decisions;

namespace SeizureIntel.Workbench.Doubts;

/// <summary>What somebody decided.</summary>
/// <param name="Subject">What it is about: a seizure, or two cases joined by a tilde of which the second is the later.</param>
/// <param name="Kind">What it looked like.</param>
/// <param name="Choice">What was decided.</param>
/// <param name="CountryCode">Code of the reporting country.</param>
/// <param name="Country">Its English name.</param>
/// <param name="SubmissionId">The submission that brought it, of two the later.</param>
/// <param name="DecidedBy">Who decided; empty for the command line.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Note">Why; null for nothing said.</param>
/// <param name="IsAlone">True where a case was left out as told twice and the other one is no longer there: neither counts.</param>
/// <param name="IsLapsed">True where the row was mended and sent again since, of two cases that of the later one, or of either where both count: the
/// decision has no effect, and what stands there now is open.</param>
public sealed record DecisionAnswer(
    string Subject,
    DoubtKind Kind,
    Choice Choice,
    string CountryCode,
    string Country,
    string SubmissionId,
    string DecidedBy,
    DateTimeOffset At,
    string? Note,
    bool IsAlone,
    bool IsLapsed
);
