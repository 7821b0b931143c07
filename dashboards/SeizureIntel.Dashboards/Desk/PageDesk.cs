using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Workbench.Bulletins;

namespace SeizureIntel.Dashboards.Desk;

/// <summary>Where the pages ask: the host hands over the same answers that its command line and API give.</summary>
public sealed class PageDesk
{
    /// <summary>The overview of a scope.</summary>
    public required Func<PageFilter, CancellationToken, Task<PageDocument>> OverviewAsync { get; init; }

    /// <summary>The bulletins kept, newest first.</summary>
    public required Func<CancellationToken, Task<IReadOnlyList<BulletinEntryReply>>> BulletinsAsync { get; init; }
}
