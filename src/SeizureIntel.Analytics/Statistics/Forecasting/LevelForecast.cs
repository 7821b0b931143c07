using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Forecasting;

/// <summary>A season times a recent level.</summary>
/// <param name="Level">Recent level against the season's mean (a ratio).</param>
/// <param name="Dispersion">Recent variance over mean (a ratio), above 1.</param>
/// <param name="Steps">One step a period ahead, nearest first.</param>
public sealed record LevelForecast(double Level, double Dispersion, IReadOnlyList<LevelStep> Steps);
