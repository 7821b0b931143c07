using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>A line of a line chart.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Values">One value a label of the chart, in the chart's unit; null leaves a gap.</param>
/// <param name="IsDashed">True for a dashed line, so that two lines keep apart without colour.</param>
public sealed record ChartLine(string Name, IReadOnlyList<double?> Values, bool IsDashed = false);
