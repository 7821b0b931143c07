using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Generalized linear models by iteratively reweighted least squares, with the start of R's glm and a sharper stopping rule.</summary>
/// <remarks>Source: P. McCullagh, J. Nelder, Generalized Linear Models, 2nd ed. 1989, section 2.5.</remarks>
internal static class GeneralizedLinearModel
{
    private const double RankTolerance = 1e-11;
    private const double AcceptedChange = 1e-8;
    private const double SmallestMean = 2.220446049250313e-16;
    private const double FarthestLogit = 30;

    /// <summary>Fits a model; null where the iteration does not converge or no residual degree of freedom is left.</summary>
    /// <param name="columns">Design, one array a coefficient.</param>
    /// <param name="y">Counts, or shares.</param>
    /// <param name="family">Variance and link.</param>
    /// <param name="offset">Added to the linear predictor; null = 0.</param>
    /// <param name="prior">Prior weights: the trials of shares; null = 1.</param>
    /// <param name="size">Size of the negative binomial law.</param>
    /// <param name="start">Coefficients to start from; null = from the data.</param>
    /// <param name="maximumIterations">25 in R's default.</param>
    /// <param name="stop">Relative change of the deviance at which the iteration ends; 1e-8 in R's default. What does not get there is accepted at
    /// 1e-8.</param>
    public static GlmFit? Fit(
        double[][] columns,
        ReadOnlySpan<double> y,
        GlmFamily family,
        double[]? offset = null,
        double[]? prior = null,
        double size = 0,
        double[]? start = null,
        int maximumIterations = 100,
        double stop = 1e-13
    )
    {
        int n = y.Length,
            q = columns.Length;
        var mean = new double[n];
        var eta = new double[n];
        var weight = new double[n];
        var target = new double[n];
        var work = new double[q][];
        for (var j = 0; j < q; j++)
        {
            work[j] = new double[n];
        }

        if (start is null)
        {
            for (var i = 0; i < n; i++)
            {
                mean[i] = Start(y[i], family, Prior(prior, i));
                eta[i] = family == GlmFamily.Binomial ? Math.Log(mean[i] / (1 - mean[i])) : Math.Log(mean[i]);
            }
        }
        else
        {
            Predict(columns, start, offset, family, eta, mean);
        }

        var deviance = Deviance(y, mean, family, prior, size);
        var coefficients = new double[q];
        var isEstimated = new bool[q];
        var triangle = new double[q, q];
        var change = double.PositiveInfinity;
        for (var iteration = 0; iteration < maximumIterations; iteration++)
        {
            for (var i = 0; i < n; i++)
            {
                var slope = Slope(eta[i], mean[i], family);
                weight[i] = Prior(prior, i) * slope * slope / Variance(mean[i], family, size);
                target[i] = (eta[i] - (offset?[i] ?? 0) + ((y[i] - mean[i]) / slope)) * Math.Sqrt(weight[i]);
            }

            var earlier = (double[])coefficients.Clone();
            Solve(columns, weight, target, work, triangle, coefficients, isEstimated);
            Predict(columns, coefficients, offset, family, eta, mean);
            var next = Deviance(y, mean, family, prior, size);
            for (var halving = 0; !double.IsFinite(next) && halving < 25; halving++)
            {
                if (iteration == 0)
                {
                    return null;
                }

                for (var j = 0; j < q; j++)
                {
                    coefficients[j] = (coefficients[j] + earlier[j]) / 2;
                }

                Predict(columns, coefficients, offset, family, eta, mean);
                next = Deviance(y, mean, family, prior, size);
            }

            change = Math.Abs(next - deviance) / (Math.Abs(next) + 0.1);
            deviance = next;
            if (change < stop)
            {
                break;
            }
        }

        return change < AcceptedChange ? Finish(y, eta, mean, weight, deviance, family, coefficients, isEstimated, triangle) : null;
    }

    private static GlmFit? Finish(
        ReadOnlySpan<double> y,
        double[] eta,
        double[] mean,
        double[] weight,
        double deviance,
        GlmFamily family,
        double[] coefficients,
        bool[] isEstimated,
        double[,] triangle
    )
    {
        var rank = 0;
        foreach (var estimated in isEstimated)
        {
            rank += estimated ? 1 : 0;
        }

        var rows = 0;
        var pearson = 0.0;
        for (var i = 0; i < y.Length; i++)
        {
            if (weight[i] > 0)
            {
                rows++;
                var slope = Slope(eta[i], mean[i], family);
                var residual = (y[i] - mean[i]) / slope;
                pearson += weight[i] * residual * residual;
            }
        }

        return rows > rank
            ? new GlmFit(coefficients, Invert(triangle, isEstimated), mean, deviance, pearson / (rows - rank), rows - rank, isEstimated)
            : null;
    }

    private static double Prior(double[]? prior, int row) => prior?[row] ?? 1;

    private static double Start(double y, GlmFamily family, double trials) =>
        family switch
        {
            GlmFamily.Poisson => y + 0.1,
            GlmFamily.NegativeBinomial => y == 0 ? 1.0 / 6 : y,
            _ => ((trials * y) + 0.5) / (trials + 1),
        };

    private static double Variance(double mean, GlmFamily family, double size) =>
        family switch
        {
            GlmFamily.Poisson => mean,
            GlmFamily.NegativeBinomial => mean + (mean * mean / size),
            _ => mean * (1 - mean),
        };

    // Derivative of the mean by the linear predictor; beyond the farthest logit it has the smallest share, as in R.
    private static double Slope(double eta, double mean, GlmFamily family)
    {
        if (family != GlmFamily.Binomial)
        {
            return mean;
        }

        var odds = Math.Exp(eta);
        return Math.Abs(eta) > FarthestLogit ? SmallestMean : odds / ((1 + odds) * (1 + odds));
    }

    private static double Share(double eta)
    {
        var odds =
            eta < -FarthestLogit ? SmallestMean
            : eta > FarthestLogit ? 1 / SmallestMean
            : Math.Exp(eta);
        return odds / (1 + odds);
    }

    private static void Predict(double[][] columns, double[] coefficients, double[]? offset, GlmFamily family, double[] eta, double[] mean)
    {
        for (var i = 0; i < eta.Length; i++)
        {
            var sum = offset?[i] ?? 0;
            for (var j = 0; j < columns.Length; j++)
            {
                sum += columns[j][i] * coefficients[j];
            }

            eta[i] = sum;
            mean[i] = family == GlmFamily.Binomial ? Share(sum) : Math.Max(Math.Exp(sum), SmallestMean);
        }
    }

    private static double Deviance(ReadOnlySpan<double> y, double[] mean, GlmFamily family, double[]? prior, double size)
    {
        var sum = 0.0;
        for (var i = 0; i < mean.Length; i++)
        {
            var part = family switch
            {
                GlmFamily.Poisson => Term(y[i], mean[i]) - (y[i] - mean[i]),
                GlmFamily.NegativeBinomial => Term(y[i], mean[i]) - ((y[i] + size) * Math.Log((y[i] + size) / (mean[i] + size))),
                _ => Term(y[i], mean[i]) + Term(1 - y[i], 1 - mean[i]),
            };
            sum += Prior(prior, i) * part;
        }

        return 2 * sum;
    }

    private static double Term(double y, double mean) => y <= 0 ? 0 : y * Math.Log(y / mean);

    // Modified Gram-Schmidt with the target as last column; a column explained by those before it gets the coefficient 0.
    private static void Solve(
        double[][] columns,
        double[] weight,
        double[] target,
        double[][] work,
        double[,] triangle,
        double[] coefficients,
        bool[] isEstimated
    )
    {
        int q = columns.Length,
            n = weight.Length;
        var right = new double[q];
        Array.Clear(triangle);
        for (var j = 0; j < q; j++)
        {
            for (var i = 0; i < n; i++)
            {
                work[j][i] = columns[j][i] * Math.Sqrt(weight[i]);
            }
        }

        var original = new double[q];
        for (var j = 0; j < q; j++)
        {
            original[j] = Math.Sqrt(Dot(work[j], work[j]));
        }

        for (var j = 0; j < q; j++)
        {
            var length = Math.Sqrt(Dot(work[j], work[j]));
            isEstimated[j] = length > RankTolerance * original[j] && length > 0;
            if (!isEstimated[j])
            {
                continue;
            }

            triangle[j, j] = length;
            for (var i = 0; i < n; i++)
            {
                work[j][i] /= length;
            }

            for (var k = j + 1; k < q; k++)
            {
                triangle[j, k] = Remove(work[j], work[k]);
            }

            right[j] = Remove(work[j], target);
        }

        for (var j = q - 1; j >= 0; j--)
        {
            var sum = right[j];
            for (var k = j + 1; k < q; k++)
            {
                sum -= triangle[j, k] * coefficients[k];
            }

            coefficients[j] = isEstimated[j] ? sum / triangle[j, j] : 0;
        }
    }

    private static double[,] Invert(double[,] triangle, bool[] isEstimated)
    {
        var q = isEstimated.Length;
        var inverse = new double[q, q];
        for (var j = 0; j < q; j++)
        {
            if (!isEstimated[j])
            {
                continue;
            }

            inverse[j, j] = 1 / triangle[j, j];
            for (var i = j - 1; i >= 0; i--)
            {
                if (!isEstimated[i])
                {
                    continue;
                }

                var sum = 0.0;
                for (var k = i + 1; k <= j; k++)
                {
                    sum += triangle[i, k] * inverse[k, j];
                }

                inverse[i, j] = -sum / triangle[i, i];
            }
        }

        return inverse;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double Remove(double[] unit, double[] vector)
    {
        var share = Dot(unit, vector);
        for (var i = 0; i < unit.Length; i++)
        {
            vector[i] -= share * unit[i];
        }

        return share;
    }
}
