using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>One panel of small multiples.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Values">One value a label, in the chart's unit; null leaves a gap.</param>
/// <param name="Band">The range expected; null for none.</param>
/// <param name="Flags">Labels at which the values are beyond their range; empty for none.</param>
public sealed record ChartPanel(string Title, IReadOnlyList<double?> Values, ChartBand? Band, IReadOnlyList<string> Flags);
