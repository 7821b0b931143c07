using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Forecasting;

/// <summary>One period ahead of a level forecast.</summary>
/// <param name="Season">Expected events by season alone.</param>
/// <param name="Variance">Variance of the forecast (events squared).</param>
/// <param name="Law">The forecast.</param>
public sealed record LevelStep(double Season, double Variance, CountDistribution Law);
