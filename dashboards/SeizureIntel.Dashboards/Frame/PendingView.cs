using System.Collections.Generic;
using SeizureIntel.Workbench.Jobs;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>A page whose study must run first: what runs meanwhile.</summary>
/// <param name="Address">The page, which is whole once the study has run.</param>
/// <param name="Jobs">The reader's studies that run or wait, the oldest first.</param>
/// <param name="IsStopped">True where one was just stopped: the page does not ask again by itself.</param>
internal sealed record PendingView(PageAddress Address, IReadOnlyList<JobAnswer> Jobs, bool IsStopped);
