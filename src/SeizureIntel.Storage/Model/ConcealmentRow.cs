namespace SeizureIntel.Storage.Model;

/// <summary>One way in which the goods of a case were hidden, as a row.</summary>
internal sealed class ConcealmentRow
{
    public long CaseNumber { get; set; }
    public long Position { get; set; }
    public string? Concealment { get; set; }
    public string? ConcealmentText { get; set; }
    public string? ConcealmentHow { get; set; }
    public string? ConcealmentHowText { get; set; }
    public string? ConcealmentLevel { get; set; }
    public string? ConcealmentLevelText { get; set; }
}
