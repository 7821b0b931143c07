namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Tests of a yearly season and its size.</summary>
/// <param name="DevianceTrend">Deviance (nats, doubled) of the trend alone.</param>
/// <param name="DevianceOne">Deviance (nats, doubled) with one harmonic.</param>
/// <param name="DevianceTwo">Deviance (nats, doubled) with two harmonics.</param>
/// <param name="DispersionOne">Dispersion (a ratio) with one harmonic.</param>
/// <param name="DispersionTwo">Dispersion (a ratio) with two harmonics.</param>
/// <param name="StatisticOne">F statistic (a ratio) of one harmonic.</param>
/// <param name="PValueOne">Its p-value (a probability).</param>
/// <param name="StatisticTwo">F statistic (a ratio) of two harmonics.</param>
/// <param name="PValueTwo">Its p-value (a probability).</param>
/// <param name="PeakToTrough">Rate at the peak over rate at the trough (a ratio), one harmonic.</param>
/// <param name="PeakPhase">Time of the peak as a share of the year, 0 to below 1.</param>
/// <param name="TrendPercentPerYear">Growth in percent a year.</param>
/// <param name="TrendPValue">Its two-sided p-value (a probability).</param>
public sealed record Seasonality(
    double DevianceTrend,
    double DevianceOne,
    double DevianceTwo,
    double DispersionOne,
    double DispersionTwo,
    double StatisticOne,
    double PValueOne,
    double StatisticTwo,
    double PValueTwo,
    double PeakToTrough,
    double PeakPhase,
    double TrendPercentPerYear,
    double TrendPValue
);
