using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>A fitted generalized linear model.</summary>
internal sealed class GlmFit
{
    private readonly double[,] _inverse;

    public GlmFit(
        double[] coefficients,
        double[,] inverse,
        double[] mean,
        double deviance,
        double dispersion,
        int degrees,
        bool[] isEstimated
    )
    {
        Coefficients = coefficients;
        _inverse = inverse;
        Mean = mean;
        Deviance = deviance;
        Dispersion = dispersion;
        ResidualDegrees = degrees;
        IsEstimated = isEstimated;
    }

    public double[] Coefficients { get; }

    /// <summary>Fitted means, or shares of a binomial model.</summary>
    public double[] Mean { get; }

    public double Deviance { get; }

    /// <summary>Pearson's chi-squared over the residual degrees of freedom, not held at 1.</summary>
    public double Dispersion { get; }

    public int ResidualDegrees { get; }

    /// <summary>False where a column is explained by those before it.</summary>
    public bool[] IsEstimated { get; }

    /// <summary>Variance of x'b before the dispersion: x'(X'WX)^-1 x.</summary>
    public double UnscaledVariance(ReadOnlySpan<double> x)
    {
        // (R'R)^-1 = R^-1 R^-T, so the form is the squared length of R^-T x.
        var sum = 0.0;
        for (var j = 0; j < x.Length; j++)
        {
            var part = 0.0;
            for (var i = 0; i <= j; i++)
            {
                part += _inverse[i, j] * x[i];
            }

            sum += part * part;
        }

        return sum;
    }

    /// <summary>Variance of one coefficient before the dispersion.</summary>
    public double UnscaledVariance(int coefficient)
    {
        var sum = 0.0;
        for (var j = coefficient; j < Coefficients.Length; j++)
        {
            sum += _inverse[coefficient, j] * _inverse[coefficient, j];
        }

        return sum;
    }

    /// <summary>Standard error of a coefficient with the estimated dispersion.</summary>
    public double StandardError(int coefficient) => Math.Sqrt(Dispersion * UnscaledVariance(coefficient));

    /// <summary>Two-sided p-value of a coefficient from its t statistic.</summary>
    public double PValue(int coefficient) =>
        ContinuousTails.StudentTwoSided(Coefficients[coefficient] / StandardError(coefficient), ResidualDegrees);
}
