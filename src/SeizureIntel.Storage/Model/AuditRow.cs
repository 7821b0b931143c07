using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A record of the audit log as stored.</summary>
internal sealed class AuditRow
{
    public long Number { get; set; }

    /// <summary>UTC, to the microsecond.</summary>
    public DateTime At { get; set; }

    public required string Actor { get; set; }

    public required string Action { get; set; }

    public required string Subject { get; set; }

    public required string Outcome { get; set; }

    public required string Detail { get; set; }

    public required string Hash { get; set; }
}
