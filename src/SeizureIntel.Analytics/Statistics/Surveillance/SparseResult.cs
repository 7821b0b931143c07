using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>What the sparse test says of one week.</summary>
/// <param name="PastCount">Events of the past five years but the last quarter.</param>
/// <param name="PastExposure">Exposure of those weeks (weeks where the exposure is 1).</param>
/// <param name="Windows">The windows that end with the week, shortest first.</param>
/// <param name="PValue">The combined p-value (a probability).</param>
/// <param name="IsGateOpen">At least 3 events in 4 weeks.</param>
public sealed record SparseResult(
    double PastCount,
    double PastExposure,
    IReadOnlyList<SparseWindow> Windows,
    double PValue,
    bool IsGateOpen
);
