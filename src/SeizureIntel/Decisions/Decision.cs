using System;
using SeizureIntel.Values;

namespace SeizureIntel.Decisions;

/// <summary>What an analyst decided on something that looked wrong, or was proposed.</summary>
/// <param name="SubjectId">The seizure or case decided on.</param>
/// <param name="Kind">What was decided on.</param>
/// <param name="Choice">What was decided.</param>
/// <param name="SubmissionId">The submission that brought it.</param>
/// <param name="ReportingCountry">Who reported it.</param>
/// <param name="Marking">Its marking.</param>
/// <param name="DecidedBy">Who decided; empty for the command line.</param>
/// <param name="At">When.</param>
/// <param name="Note">Why, screened; null for nothing said.</param>
/// <param name="Code">The code that was accepted or refused; null where no code was decided on.</param>
public sealed record Decision(
    string SubjectId,
    DoubtKind Kind,
    Choice Choice,
    string SubmissionId,
    string ReportingCountry,
    Marking Marking,
    string DecidedBy,
    DateTimeOffset At,
    string? Note,
    string? Code = null
)
{
    /// <summary>Whether a seizure that is decided on came again since, mended: nobody has decided on what stands there now.</summary>
    /// <param name="submissionId">The submission that it is of now.</param>
    public bool IsLapsed(string submissionId) => SubmissionId != submissionId;
}
