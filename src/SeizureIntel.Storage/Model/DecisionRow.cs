using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A decision as a row.</summary>
internal sealed class DecisionRow
{
    public string SubjectId { get; set; } = "";
    public string Kind { get; set; } = "";
    public string Choice { get; set; } = "";
    public string SubmissionId { get; set; } = "";
    public string ReportingCountry { get; set; } = "";
    public string Marking { get; set; } = "";
    public string DecidedBy { get; set; } = "";
    public DateTime At { get; set; }
    public string? Note { get; set; }
    public string? Code { get; set; }
}
