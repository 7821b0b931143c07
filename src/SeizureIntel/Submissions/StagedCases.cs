using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Cases;

namespace SeizureIntel.Submissions;

/// <summary>Cases on their way into the index while the store still takes them; used by one thread at a time. Disposed of before they are published, none
/// of them is ever found.</summary>
public abstract class StagedCases : IAsyncDisposable
{
    /// <summary>Takes further cases.</summary>
    public abstract Task AddAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken);

    /// <summary>Says that no more will come: what there is to do before they can be published is done on return.</summary>
    public abstract Task CompleteAsync(CancellationToken cancellationToken);

    /// <summary>Makes all of them searchable, which they are on return.</summary>
    public abstract Task PublishAsync(CancellationToken cancellationToken);

    /// <summary>Takes back what was not published.</summary>
    public abstract ValueTask DisposeAsync();
}
