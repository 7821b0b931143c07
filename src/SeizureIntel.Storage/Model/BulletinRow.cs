using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A bulletin as a row.</summary>
internal sealed class BulletinRow
{
    public string Id { get; set; } = "";
    public string? Region { get; set; }
    public DateOnly PeriodFrom { get; set; }
    public DateOnly PeriodTo { get; set; }
    public string Marking { get; set; } = "";
    public DateTime CreatedAt { get; set; }
    public string DocumentJson { get; set; } = "";
    public string Html { get; set; } = "";
    public DateTime? ReleasedAt { get; set; }
}
