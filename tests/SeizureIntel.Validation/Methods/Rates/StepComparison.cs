namespace SeizureIntel.Validation.Methods.Rates;

/// <summary>A rate before and after a step.</summary>
/// <param name="LogRatio">Natural logarithm of the rate ratio (log units), negative binomial fit.</param>
/// <param name="LikelihoodRatio">Likelihood ratio statistic (a chi-squared value with 1 degree of freedom).</param>
/// <param name="PValueTwoSided">Its p-value (a probability).</param>
/// <param name="PValueGreater">One-sided p-value (a probability) of a rise, from the signed root.</param>
/// <param name="QuasiLogRatio">Natural logarithm of the rate ratio (log units), quasi-Poisson fit.</param>
/// <param name="Dispersion">Pearson dispersion (a ratio) of the quasi-Poisson fit.</param>
/// <param name="QuasiError">Standard error of <paramref name="QuasiLogRatio"/> (log units).</param>
/// <param name="QuasiPValue">Two-sided p-value (a probability) of its t test.</param>
public sealed record StepComparison(
    double LogRatio,
    double LikelihoodRatio,
    double PValueTwoSided,
    double PValueGreater,
    double QuasiLogRatio,
    double Dispersion,
    double QuasiError,
    double QuasiPValue
);
