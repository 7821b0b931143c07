using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Forecasting;

/// <summary>An exponential smoothing and its forecasts.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="LogLikelihood">-n/2 ln of the sum of squared errors (nats).</param>
/// <param name="CorrectedAic">Akaike's criterion with small-sample correction (nats, doubled).</param>
/// <param name="ErrorVariance">Variance of a one-step error (units squared).</param>
/// <param name="Means">Forecasts (units of the series), nearest first.</param>
/// <param name="Variances">Their variances (units squared).</param>
public sealed record SmoothingFit(
    SmoothingParameters Parameters,
    double LogLikelihood,
    double CorrectedAic,
    double ErrorVariance,
    IReadOnlyList<double> Means,
    IReadOnlyList<double> Variances
);
