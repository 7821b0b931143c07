namespace SeizureIntel.Reporting.Charts;

/// <summary>A chart as the browser's chart library takes it.</summary>
/// <param name="Json">The options as a JSON object without functions.</param>
/// <param name="Width">Width of the drawing in CSS pixels.</param>
/// <param name="Height">Height of the drawing in CSS pixels.</param>
public sealed record ChartOption(string Json, int Width, int Height);
