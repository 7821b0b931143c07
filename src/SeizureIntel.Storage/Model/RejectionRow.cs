namespace SeizureIntel.Storage.Model;

/// <summary>A refused row of a submission.</summary>
internal sealed class RejectionRow
{
    public long SubmissionNumber { get; set; }
    public long Position { get; set; }
    public long Row { get; set; }
    public string Field { get; set; } = "";
    public string Code { get; set; } = "";
    public string Reason { get; set; } = "";
}
