using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Forecasting;

/// <summary>A negative binomial regression on time and one yearly harmonic.</summary>
/// <param name="Intercept">Log mean at time 0 (log events).</param>
/// <param name="Trend">Growth of the log mean a year (log units).</param>
/// <param name="Cosine">Coefficient of the cosine (log units).</param>
/// <param name="Sine">Coefficient of the sine (log units).</param>
/// <param name="Size">Size of the law (a number above 0).</param>
/// <param name="SizeError">Standard error of the size (a number).</param>
/// <param name="LogLikelihood">Log likelihood (nats).</param>
/// <param name="Deviance">Deviance (nats, doubled).</param>
/// <param name="TrendError">Standard error of the trend (log units).</param>
/// <param name="Means">Expected events of the periods ahead, nearest first.</param>
public sealed record NegativeBinomialFit(
    double Intercept,
    double Trend,
    double Cosine,
    double Sine,
    double Size,
    double SizeError,
    double LogLikelihood,
    double Deviance,
    double TrendError,
    IReadOnlyList<double> Means
);
