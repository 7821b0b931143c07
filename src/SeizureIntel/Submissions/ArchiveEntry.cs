using System;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Submissions;

/// <summary>A submission's screened rows being written to the archive; nothing is visible until it is completed.</summary>
public abstract class ArchiveEntry : IAsyncDisposable
{
    /// <summary>Adds the next screened row.</summary>
    public abstract void Append(ArchivedRow row);

    /// <summary>Makes the entry visible as a whole.</summary>
    public abstract Task CompleteAsync(CancellationToken cancellationToken);

    /// <summary>Removes what was written unless the entry was completed.</summary>
    public abstract ValueTask DisposeAsync();
}
