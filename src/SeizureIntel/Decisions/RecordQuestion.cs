using System;
using SeizureIntel.Values;

namespace SeizureIntel.Decisions;

/// <summary>A record that an analyst returned to its contributor with a question.</summary>
/// <param name="Id">A UUID of version 7, 32 hexadecimal digits.</param>
/// <param name="SeizureId">The record.</param>
/// <param name="SubmissionId">The submission that brought it.</param>
/// <param name="Row">Its row there, as a spreadsheet shows it.</param>
/// <param name="ReportingCountry">Who reported it, and is asked.</param>
/// <param name="Marking">Its marking.</param>
/// <param name="Text">What is asked; screened.</param>
/// <param name="AskedBy">Account that asks.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Answer">What was answered, screened; null while nothing was.</param>
/// <param name="AnsweredBy">Account that answered.</param>
/// <param name="AnsweredAt">When.</param>
public sealed record RecordQuestion(
    string Id,
    string SeizureId,
    string SubmissionId,
    int Row,
    string ReportingCountry,
    Marking Marking,
    string Text,
    string AskedBy,
    DateTimeOffset AskedAt,
    string? Answer = null,
    string? AnsweredBy = null,
    DateTimeOffset? AnsweredAt = null
);
