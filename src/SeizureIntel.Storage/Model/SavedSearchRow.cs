using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A saved search as a row; the columns of its watch are null where it has none.</summary>
internal sealed class SavedSearchRow
{
    public string Id { get; set; } = "";
    public string OfficeId { get; set; } = "";
    public string Name { get; set; } = "";
    public string QueryJson { get; set; } = "{}";
    public string SavedBy { get; set; } = "";
    public DateTime CreatedAt { get; set; }
    public long? ToldUpTo { get; set; }
    public int CooldownHours { get; set; }
    public string? Digest { get; set; }
    public DateTime? MutedUntil { get; set; }
    public DateTime? LastToldAt { get; set; }
}
