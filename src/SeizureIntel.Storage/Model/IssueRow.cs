namespace SeizureIntel.Storage.Model;

/// <summary>An issue of a submission; the text is null wherever screening had a say.</summary>
internal sealed class IssueRow
{
    public long SubmissionNumber { get; set; }
    public long Position { get; set; }
    public long Row { get; set; }
    public string Field { get; set; } = "";
    public string Code { get; set; } = "";
    public string? Text { get; set; }
}
