using System;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Validation.Methods.Forecasting;

/// <summary>Exponential smoothing state space models, for comparison only: on counts they forecast worse than the house's pool.</summary>
public static class ExponentialSmoothing
{
    private const double Least = 1e-4;

    /// <summary>Runs a model with given parameters.</summary>
    /// <param name="values">One value a period, oldest first.</param>
    /// <param name="model">Which model.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="horizon">Periods ahead.</param>
    /// <returns>Likelihood (infinite where the model meets every value) and forecasts, or the reason why there are none.</returns>
    /// <remarks>Assumes normal errors of equal variance. Source: R. Hyndman, A. Koehler, J. Ord, R. Snyder, Forecasting with Exponential Smoothing,
    /// 2008, tables 2.2 and 6.1; criteria as in R forecast 8.20.</remarks>
    public static Outcome<SmoothingFit> Run(ReadOnlySpan<double> values, SmoothingModel model, SmoothingParameters parameters, int horizon)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var p = parameters;
        double level = p.Level,
            growth = p.Growth,
            squares = 0;
        foreach (var value in values)
        {
            var damped = p.Damping * growth;
            var fitted = level + damped;
            var error = value - fitted;
            squares += error * error;
            level = fitted + (p.Alpha * error);
            growth = damped + (p.Beta * error);
        }

        int n = values.Length,
            k = model switch
            {
                SmoothingModel.Level => 3,
                SmoothingModel.Trend => 5,
                _ => 6,
            };
        if (n <= k + 1)
        {
            return Outcome<SmoothingFit>.NotTestable("too few periods");
        }

        var likelihood = -n / 2.0 * Math.Log(squares);
        var variance = squares / (n - k + 1);
        var means = new double[horizon];
        var variances = new double[horizon];
        double sum = 0,
            power = 1,
            spread = 1;
        for (var h = 0; h < horizon; h++)
        {
            power *= p.Damping;
            sum += power;
            means[h] = level + (sum * growth);
            variances[h] = variance * spread;
            var effect = p.Alpha + (p.Beta * sum);
            spread += effect * effect;
        }

        var aicc = (-2 * likelihood) + (2 * k) + (2.0 * k * (k + 1) / (n - k - 1));
        return Outcome<SmoothingFit>.Of(new SmoothingFit(p, likelihood, aicc, variance, means, variances));
    }

    /// <summary>The parameters of largest likelihood.</summary>
    /// <param name="values">One value a period, oldest first.</param>
    /// <param name="model">Which model.</param>
    /// <returns>The parameters; alpha in .0001 to .9999, beta up to alpha, damping in .8 to .98.</returns>
    /// <remarks>Assumes as <see cref="Run"/>. The first level and trend enter linearly and are solved for exactly; the rest is searched on a refined
    /// grid. Source: R. Hyndman et al., Forecasting with Exponential Smoothing, 2008, section 5.1.</remarks>
    public static SmoothingParameters Estimate(ReadOnlySpan<double> values, SmoothingModel model)
    {
        var best = Solve(values, model, 0.5, 0.1, 0.9);
        double centerAlpha = 0.5,
            centerBeta = 0.5,
            centerDamping = 0.89,
            reach = 0.5;
        var steps = model == SmoothingModel.DampedTrend ? 8 : 12;
        for (var round = 0; round < 24; round++)
        {
            var found = best;
            for (var a = -steps; a <= steps; a++)
            {
                var alpha = Math.Clamp(centerAlpha + (reach * a / steps), Least, 1 - Least);
                for (var b = model == SmoothingModel.Level ? 0 : -steps; b <= (model == SmoothingModel.Level ? 0 : steps); b++)
                {
                    var share = Math.Clamp(centerBeta + (reach * b / steps), 0, 1);
                    var beta = Math.Max(Least, alpha * share);
                    for (var d = model == SmoothingModel.DampedTrend ? -4 : 0; d <= (model == SmoothingModel.DampedTrend ? 4 : 0); d++)
                    {
                        var damping = Math.Clamp(centerDamping + (0.18 * reach * d / 4), 0.8, 0.98);
                        var candidate = Solve(values, model, alpha, beta, damping);
                        if (candidate.Squares < found.Squares)
                        {
                            found = candidate;
                        }
                    }
                }
            }

            best = found;
            centerAlpha = best.Parameters.Alpha;
            centerBeta = model == SmoothingModel.Level ? 0 : best.Parameters.Beta / best.Parameters.Alpha;
            centerDamping = best.Parameters.Damping;
            reach *= 0.5;
        }

        return best.Parameters;
    }

    // Errors are linear in the first level and trend: least squares with two columns.
    private static (double Squares, SmoothingParameters Parameters) Solve(
        ReadOnlySpan<double> values,
        SmoothingModel model,
        double alpha,
        double beta,
        double damping
    )
    {
        var hasTrend = model != SmoothingModel.Level;
        beta = hasTrend ? beta : 0;
        damping = model == SmoothingModel.DampedTrend ? damping : 1;
        double l0 = 0,
            b0 = 0,
            l1 = 1,
            b1 = 0,
            l2 = 0,
            b2 = hasTrend ? 1 : 0;
        double yy = 0,
            y1 = 0,
            y2 = 0,
            s11 = 0,
            s12 = 0,
            s22 = 0;
        foreach (var value in values)
        {
            var error = value - l0 - (damping * b0);
            var x1 = l1 + (damping * b1);
            var x2 = l2 + (damping * b2);
            yy += error * error;
            y1 += error * x1;
            y2 += error * x2;
            s11 += x1 * x1;
            s12 += x1 * x2;
            s22 += x2 * x2;
            (l0, b0) = (l0 + (damping * b0) + (alpha * error), (damping * b0) + (beta * error));
            (l1, b1) = (x1 - (alpha * x1), (damping * b1) - (beta * x1));
            (l2, b2) = (x2 - (alpha * x2), (damping * b2) - (beta * x2));
        }

        var determinant = (s11 * s22) - (s12 * s12);
        double level,
            growth;
        if (hasTrend && determinant > 1e-12 * s11 * s22)
        {
            level = ((y1 * s22) - (y2 * s12)) / determinant;
            growth = ((y2 * s11) - (y1 * s12)) / determinant;
        }
        else
        {
            level = s11 > 0 ? y1 / s11 : 0;
            growth = 0;
        }

        var squares =
            yy - (2 * ((level * y1) + (growth * y2))) + (level * level * s11) + (2 * level * growth * s12) + (growth * growth * s22);
        return (squares, new SmoothingParameters(alpha, beta, damping, level, growth));
    }
}
