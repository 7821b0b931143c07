using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Submissions;

/// <summary>A submission's screened rows being written to the archive; nothing is visible until it is completed.</summary>
public abstract class ArchiveEntry : IAsyncDisposable
{
    /// <summary>Adds the next screened row.</summary>
    public abstract void Append(ArchivedRow row);

    /// <summary>Makes rows ready to be added; unlike everything else here it may be called by several threads at once.</summary>
    public virtual ArchivePart Pack(IReadOnlyList<ArchivedRow> rows) => new(rows, default);

    /// <summary>Adds the next rows.</summary>
    public virtual void AppendPacked(ArchivePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        foreach (ArchivedRow row in part.Rows)
            Append(row);
    }

    /// <summary>Makes the entry visible as a whole.</summary>
    public abstract Task CompleteAsync(CancellationToken cancellationToken);

    /// <summary>Removes what was written unless the entry was completed.</summary>
    public abstract ValueTask DisposeAsync();
}
