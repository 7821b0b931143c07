using System;

namespace SeizureIntel.Storage.Model;

/// <summary>What a watch told, as a row; ids of submissions with spaces between.</summary>
internal sealed class NoticeRow
{
    public string Id { get; set; } = "";
    public string SearchId { get; set; } = "";
    public string SearchName { get; set; } = "";
    public string OfficeId { get; set; } = "";
    public string Ceiling { get; set; } = "";
    public DateTime At { get; set; }
    public string Submissions { get; set; } = "";
    public int Seizures { get; set; }
    public int Cases { get; set; }
    public string? SeenBy { get; set; }
    public DateTime? SeenAt { get; set; }
}
