using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>A series cut into segments of constant rate.</summary>
/// <param name="Changes">Number of periods up to and with the last of each segment but the last one, ascending.</param>
/// <param name="Rates">Events per unit of exposure in each segment, in order.</param>
/// <param name="Objective">Sum of costs and penalties that was minimised (nats, doubled).</param>
/// <param name="Dispersion">Local variance over mean (a ratio) that the costs were divided by.</param>
/// <param name="Penalty">Penalty a change (nats, doubled).</param>
public sealed record Segmentation(
    IReadOnlyList<int> Changes,
    IReadOnlyList<double> Rates,
    double Objective,
    double Dispersion,
    double Penalty
);
