using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Auditing;

namespace SeizureIntel.Ports;

/// <summary>Who asked and did what: written at its end only, each record bound to the one before.</summary>
public interface IAuditLog
{
    /// <summary>Adds entries in their order; kept on return. Several processes may write at once.</summary>
    Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);

    /// <summary>Records, newest first.</summary>
    Task<IReadOnlyList<AuditRecord>> ReadAsync(AuditQuery query, CancellationToken cancellationToken);

    /// <summary>Reads everything and follows the chain.</summary>
    Task<AuditState> VerifyAsync(CancellationToken cancellationToken);
}
