using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>What would have been expected, drawn behind the lines; the upper bound is the threshold.</summary>
/// <param name="Expected">Expected values, one a label, in the chart's unit; null where there is no baseline yet.</param>
/// <param name="Low">Lower bounds, likewise.</param>
/// <param name="High">Upper bounds, likewise.</param>
public sealed record ChartBand(IReadOnlyList<double?> Expected, IReadOnlyList<double?> Low, IReadOnlyList<double?> High);
