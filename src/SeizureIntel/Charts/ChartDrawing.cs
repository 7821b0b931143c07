namespace SeizureIntel.Charts;

/// <summary>A chart as the drawing library takes it: one description for page and print.</summary>
/// <param name="Id">Identifies the chart in its document; letters, digits and hyphens.</param>
/// <param name="OptionJson">The chart's options as a JSON object without functions.</param>
/// <param name="Width">Width in CSS pixels.</param>
/// <param name="Height">Height in CSS pixels.</param>
/// <param name="AltText">What the chart shows, in one sentence, for readers who cannot see it.</param>
public sealed record ChartDrawing(string Id, string OptionJson, int Width, int Height, string AltText);
