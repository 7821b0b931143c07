using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A seizure that the index refused; the case number says where it lies and which batch brings it again.</summary>
internal sealed class RefusalRow
{
    public string SeizureId { get; set; } = "";
    public long CaseNumber { get; set; }
    public string ErrorType { get; set; } = "";
    public string? Field { get; set; }
    public int Attempts { get; set; }
    public DateTime RefusedAt { get; set; }
    public DateTime NextAttemptAt { get; set; }
}
