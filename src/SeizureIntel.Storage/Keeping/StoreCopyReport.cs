using System.Collections.Generic;
using SeizureIntel.Auditing;
using SeizureIntel.Queries;

namespace SeizureIntel.Storage.Keeping;

/// <summary>What a copy took along.</summary>
/// <param name="Rows">Rows by table, each counted in both stores.</param>
/// <param name="From">What the source holds, counted and hashed afresh.</param>
/// <param name="To">What the target holds, counted and hashed afresh.</param>
/// <param name="FromAudit">The source's audit log, read afresh.</param>
/// <param name="ToAudit">The target's audit log, read afresh.</param>
public sealed record StoreCopyReport(
    IReadOnlyDictionary<string, long> Rows,
    IndexState From,
    IndexState To,
    AuditState FromAudit,
    AuditState ToAudit
)
{
    /// <summary>Whether both hold the same.</summary>
    public bool IsWhole => From == To && FromAudit == ToAudit;
}
