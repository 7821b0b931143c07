using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>One set of bars.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Values">One value a category, in the chart's unit; null draws no bar.</param>
/// <param name="Labels">Text at each bar's end, one a category; empty for none.</param>
public sealed record BarSeries(string Name, IReadOnlyList<double?> Values, IReadOnlyList<string> Labels);
