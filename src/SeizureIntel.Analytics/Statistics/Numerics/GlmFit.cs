using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>A fitted generalized linear model.</summary>
internal sealed class GlmFit
{
    private readonly double[] _triangle;
    private double[]? _inverse;

    public GlmFit(
        double[] coefficients,
        double[] triangle,
        double[] mean,
        double deviance,
        double dispersion,
        int degrees,
        bool[] isEstimated
    )
    {
        Coefficients = coefficients;
        _triangle = triangle;
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
        var inverse = _inverse ??= Invert();
        var q = Coefficients.Length;
        var sum = 0.0;
        for (var j = 0; j < x.Length; j++)
        {
            var part = 0.0;
            for (var i = 0; i <= j; i++)
            {
                part += inverse[(i * q) + j] * x[i];
            }

            sum += part * part;
        }

        return sum;
    }

    /// <summary>Variance of one coefficient before the dispersion.</summary>
    public double UnscaledVariance(int coefficient)
    {
        var inverse = _inverse ??= Invert();
        var q = Coefficients.Length;
        var sum = 0.0;
        for (var j = coefficient; j < q; j++)
        {
            sum += inverse[(coefficient * q) + j] * inverse[(coefficient * q) + j];
        }

        return sum;
    }

    /// <summary>Standard error of a coefficient with the estimated dispersion.</summary>
    public double StandardError(int coefficient) => Math.Sqrt(Dispersion * UnscaledVariance(coefficient));

    /// <summary>Two-sided p-value of a coefficient from its t statistic.</summary>
    public double PValue(int coefficient) =>
        ContinuousTails.StudentTwoSided(Coefficients[coefficient] / StandardError(coefficient), ResidualDegrees);

    // Most fits are asked for their deviance alone.
    private double[] Invert()
    {
        var q = Coefficients.Length;
        var inverse = new double[q * q];
        for (var j = 0; j < q; j++)
        {
            if (!IsEstimated[j])
            {
                continue;
            }

            inverse[(j * q) + j] = 1 / _triangle[(j * q) + j];
            for (var i = j - 1; i >= 0; i--)
            {
                if (!IsEstimated[i])
                {
                    continue;
                }

                var sum = 0.0;
                for (var k = i + 1; k <= j; k++)
                {
                    sum += _triangle[(i * q) + k] * inverse[(k * q) + j];
                }

                inverse[(i * q) + j] = -sum / _triangle[(i * q) + i];
            }
        }

        return inverse;
    }
}
