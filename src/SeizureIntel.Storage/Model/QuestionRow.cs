using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A question on a record as a row.</summary>
internal sealed class QuestionRow
{
    public string Id { get; set; } = "";
    public string SeizureId { get; set; } = "";
    public string SubmissionId { get; set; } = "";
    public int Row { get; set; }
    public string ReportingCountry { get; set; } = "";
    public string Marking { get; set; } = "";
    public string Text { get; set; } = "";
    public string AskedBy { get; set; } = "";
    public DateTime AskedAt { get; set; }
    public string? Answer { get; set; }
    public string? AnsweredBy { get; set; }
    public DateTime? AnsweredAt { get; set; }
}
