using System;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>Generalized linear models by iteratively reweighted least squares, with the start of R's glm and a sharper stopping rule.</summary>
/// <remarks>Source: P. McCullagh, J. Nelder, Generalized Linear Models, 2nd ed. 1989, section 2.5.</remarks>
internal static class GeneralizedLinearModel
{
    private const double AcceptedChange = 1e-8;
    private const double SmallestMean = 2.220446049250313e-16;
    private const double FarthestLogit = 30;

    // What one fit needs and the next may use again.
    [ThreadStatic]
    private static Rows? t_rows;

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
        var rows = t_rows ??= new Rows();
        rows.Reset(n);
        rows.Solver.Reset(columns, n);
        var mean = new double[n];
        if (start is null)
        {
            for (var i = 0; i < n; i++)
            {
                mean[i] = Start(y[i], family, Prior(prior, i));
                rows.Eta[i] = family == GlmFamily.Binomial ? Math.Log(mean[i] / (1 - mean[i])) : Math.Log(mean[i]);
                rows.Slope[i] = Slope(rows.Eta[i], mean[i], family);
            }
        }
        else
        {
            Predict(columns, start, offset, family, rows, mean);
        }

        var deviance = Deviance(y, mean, family, prior, size);
        var coefficients = new double[q];
        var earlier = new double[q];
        var isEstimated = new bool[q];
        var triangle = new double[q * q];
        var change = double.PositiveInfinity;
        for (var iteration = 0; iteration < maximumIterations; iteration++)
        {
            for (var i = 0; i < n; i++)
            {
                var slope = rows.Slope[i];
                var weight = Prior(prior, i) * slope * slope / Variance(mean[i], family, size);
                rows.Weight[i] = weight;
                rows.Root[i] = Math.Sqrt(weight);
                rows.Target[i] = (rows.Eta[i] - (offset?[i] ?? 0) + ((y[i] - mean[i]) / slope)) * rows.Root[i];
            }

            coefficients.CopyTo(earlier, 0);
            rows.Solver.Solve(rows.Root.AsSpan(0, n), rows.Target.AsSpan(0, n), triangle, coefficients, isEstimated);
            Predict(columns, coefficients, offset, family, rows, mean);
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

                Predict(columns, coefficients, offset, family, rows, mean);
                next = Deviance(y, mean, family, prior, size);
            }

            change = Math.Abs(next - deviance) / (Math.Abs(next) + 0.1);
            deviance = next;
            if (change < stop)
            {
                break;
            }
        }

        return change < AcceptedChange ? Finish(y, rows, mean, deviance, coefficients, isEstimated, triangle) : null;
    }

    private static GlmFit? Finish(
        ReadOnlySpan<double> y,
        Rows rows,
        double[] mean,
        double deviance,
        double[] coefficients,
        bool[] isEstimated,
        double[] triangle
    )
    {
        var rank = 0;
        foreach (var estimated in isEstimated)
        {
            rank += estimated ? 1 : 0;
        }

        var weighted = 0;
        var pearson = 0.0;
        for (var i = 0; i < y.Length; i++)
        {
            if (rows.Weight[i] > 0)
            {
                weighted++;
                var residual = (y[i] - mean[i]) / rows.Slope[i];
                pearson += rows.Weight[i] * residual * residual;
            }
        }

        return weighted > rank
            ? new GlmFit(coefficients, triangle, mean, deviance, pearson / (weighted - rank), weighted - rank, isEstimated)
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

    private static void Predict(double[][] columns, double[] coefficients, double[]? offset, GlmFamily family, Rows rows, double[] mean)
    {
        GramSchmidt.Predict(columns, coefficients, offset, rows.Eta.AsSpan(0, mean.Length));
        for (var i = 0; i < mean.Length; i++)
        {
            var eta = rows.Eta[i];
            if (family != GlmFamily.Binomial)
            {
                rows.Slope[i] = mean[i] = Math.Max(Math.Exp(eta), SmallestMean);
                continue;
            }

            var isFar = Math.Abs(eta) > FarthestLogit;
            var odds =
                !isFar ? Math.Exp(eta)
                : eta < 0 ? SmallestMean
                : 1 / SmallestMean;
            mean[i] = odds / (1 + odds);
            rows.Slope[i] = isFar ? SmallestMean : odds / ((1 + odds) * (1 + odds));
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

    private sealed class Rows
    {
        public GramSchmidt Solver { get; } = new();

        public double[] Eta { get; private set; } = [];

        /// <summary>Derivative of the mean by the linear predictor.</summary>
        public double[] Slope { get; private set; } = [];

        public double[] Weight { get; private set; } = [];

        public double[] Root { get; private set; } = [];

        public double[] Target { get; private set; } = [];

        public void Reset(int rows)
        {
            if (Eta.Length >= rows)
            {
                return;
            }

            (Eta, Slope, Weight) = (new double[rows], new double[rows], new double[rows]);
            (Root, Target) = (new double[rows], new double[rows]);
        }
    }
}
