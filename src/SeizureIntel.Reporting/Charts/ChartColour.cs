namespace SeizureIntel.Reporting.Charts;

/// <summary>A colour of the charts: as options name it, and what it becomes on a dark page.</summary>
/// <param name="Variable">CSS custom property that a page may set, such as <c>--chart-ink</c>.</param>
/// <param name="Light">Six-digit hexadecimal colour on light pages and in print; unique among the colours.</param>
/// <param name="Dark">The same on dark pages.</param>
public sealed record ChartColour(string Variable, string Light, string Dark);
