using System;
using SeizureIntel.Values;

namespace SeizureIntel.Decisions;

/// <summary>What an analyst decided on something that looked wrong.</summary>
/// <param name="SubjectId">The seizure or case decided on.</param>
/// <param name="Kind">What it looked like.</param>
/// <param name="Choice">What was decided.</param>
/// <param name="SubmissionId">The submission that brought it.</param>
/// <param name="ReportingCountry">Who reported it.</param>
/// <param name="Marking">Its marking.</param>
/// <param name="DecidedBy">Who decided; empty for the command line.</param>
/// <param name="At">When.</param>
/// <param name="Note">Why, screened; null for nothing said.</param>
public sealed record Decision(
    string SubjectId,
    DoubtKind Kind,
    Choice Choice,
    string SubmissionId,
    string ReportingCountry,
    Marking Marking,
    string DecidedBy,
    DateTimeOffset At,
    string? Note
);
