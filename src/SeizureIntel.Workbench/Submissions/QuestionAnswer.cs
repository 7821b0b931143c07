using System;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>A record that was returned with a question.</summary>
/// <param name="Id">Names the question when it is answered.</param>
/// <param name="Row">The record's row in its file.</param>
/// <param name="Text">What is asked.</param>
/// <param name="AskedBy">Who asks.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Answer">What was answered; null while nothing was.</param>
/// <param name="AnsweredBy">Who answered.</param>
/// <param name="AnsweredAt">When.</param>
public sealed record QuestionAnswer(
    string Id,
    int Row,
    string Text,
    string AskedBy,
    DateTimeOffset AskedAt,
    string? Answer,
    string? AnsweredBy,
    DateTimeOffset? AnsweredAt
);
