namespace SeizureIntel.Workbench.Series;

/// <summary>What an analyst may turn on a method.</summary>
/// <param name="Alpha">Probability of a false alarm a period, above 0 and below 1; null = the method's own.</param>
/// <param name="Last">Test the last so many periods alone; null = all.</param>
/// <param name="Baseline">Periods in the baseline of EARS and of the charts for sustained change; null = the method's own.</param>
/// <param name="Threshold">Alarm at this value of a chart for sustained change, in nats; null = the method's own.</param>
/// <param name="Horizon">Periods to forecast; null = a quarter of a year.</param>
internal sealed record SeriesSettings(
    double? Alpha = null,
    int? Last = null,
    int? Baseline = null,
    double? Threshold = null,
    int? Horizon = null
);
