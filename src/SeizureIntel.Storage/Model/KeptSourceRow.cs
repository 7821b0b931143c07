using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A suggested or accepted source as a row.</summary>
internal sealed class KeptSourceRow
{
    public string Name { get; set; } = "";
    public string Description { get; set; } = "";
    public string Suggestion { get; set; } = "";
    public string ProposedBy { get; set; } = "";
    public DateTime ProposedAt { get; set; }
    public string? AcceptedBy { get; set; }
    public DateTime? AcceptedAt { get; set; }
}
