using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Nowcasting;

/// <summary>How soon events are reported.</summary>
/// <param name="EventsAtDelay">Events reported with each delay, where later delays could not hide them.</param>
/// <param name="EventsUpToDelay">Events reported with at most each delay, in the same periods.</param>
/// <param name="ReverseHazards">Share of events at each delay among those up to it; 1 at delay 0.</param>
/// <param name="ReportedShares">Share of the final count that is expected to be reported by now, one a period, oldest first.</param>
/// <param name="Observed">Events of each period that are reported by now.</param>
public sealed record ReportingDelay(
    IReadOnlyList<double> EventsAtDelay,
    IReadOnlyList<double> EventsUpToDelay,
    IReadOnlyList<double> ReverseHazards,
    IReadOnlyList<double> ReportedShares,
    IReadOnlyList<double> Observed
);
