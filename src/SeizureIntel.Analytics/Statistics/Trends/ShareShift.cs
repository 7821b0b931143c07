namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Whether the share of one route within two changed.</summary>
/// <param name="StepLogit">Change of the log odds of the share at the step (log units).</param>
/// <param name="StepError">Its standard error (log units).</param>
/// <param name="StepStatistic">Its t statistic (standard errors).</param>
/// <param name="StepPValue">Its two-sided p-value (a probability).</param>
/// <param name="DeviancePValue">p-value (a probability) of the F test on the deviances, finite also where a share is 0 or 1.</param>
/// <param name="Dispersion">Pearson dispersion (a ratio) of the step model.</param>
/// <param name="ResidualDegrees">Residual degrees of freedom (periods).</param>
/// <param name="TrendLogit">Change of the log odds over the whole series (log units), as a straight line.</param>
/// <param name="TrendError">Its standard error (log units).</param>
/// <param name="TrendPValue">Its two-sided p-value (a probability).</param>
/// <param name="RankCorrelation">Spearman correlation of the two counts (a share from -1 to 1); 0 where one does not vary.</param>
public sealed record ShareShift(
    double StepLogit,
    double StepError,
    double StepStatistic,
    double StepPValue,
    double DeviancePValue,
    double Dispersion,
    int ResidualDegrees,
    double TrendLogit,
    double TrendError,
    double TrendPValue,
    double RankCorrelation
);
