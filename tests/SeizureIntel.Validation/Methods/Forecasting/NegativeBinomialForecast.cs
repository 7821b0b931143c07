using System;
using System.Linq;
using MathNet.Numerics;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Validation.Methods.Numerics;

namespace SeizureIntel.Validation.Methods.Forecasting;

/// <summary>Forecast by negative binomial regression with estimated size, for comparison with the house's pool.</summary>
public static class NegativeBinomialForecast
{
    private const double LargestSize = 1e7;

    /// <summary>Fits a series and forecasts the next periods.</summary>
    /// <param name="counts">Events a period, oldest first; NaN = missing.</param>
    /// <param name="periodsPerYear">Periods a year.</param>
    /// <param name="horizon">Periods ahead.</param>
    /// <returns>The fit, or the reason why there is none.</returns>
    /// <remarks>Assumes independent negative binomial counts. Source: W. Venables, B. Ripley, Modern Applied Statistics with S, 4th ed. 2002, section
    /// 7.4 (glm.nb: coefficients and size in turn, by maximum likelihood).</remarks>
    public static Outcome<NegativeBinomialFit> Fit(ReadOnlySpan<double> counts, int periodsPerYear, int horizon)
    {
        var n = counts.Length;
        var (periods, y) = HarmonicDesign.Present(counts);
        if (y.Sum() == 0)
        {
            return Outcome<NegativeBinomialFit>.NotTestable("no event in any period");
        }

        var columns = HarmonicDesign.Columns(periods, periodsPerYear, 1, periods.Select(p => p / (double)periodsPerYear).ToArray());
        var fit = GeneralizedLinearModel.Fit(columns, y, GlmFamily.Poisson);
        var size = 0.0;
        for (var i = 0; i < 200 && fit is not null; i++)
        {
            var next = Size(y, fit.Mean);
            if (!(next < LargestSize))
            {
                return Outcome<NegativeBinomialFit>.NotTestable("the counts are not over-dispersed: the size runs off");
            }

            fit = GeneralizedLinearModel.Fit(columns, y, GlmFamily.NegativeBinomial, size: next, start: fit.Coefficients);
            var isStable = Math.Abs(next - size) <= 1e-11 * next;
            size = next;
            if (isStable)
            {
                break;
            }
        }

        if (fit is null)
        {
            return Outcome<NegativeBinomialFit>.NotTestable("the fit does not converge");
        }

        var likelihood = 0.0;
        for (var i = 0; i < y.Length; i++)
        {
            likelihood += new CountDistribution(fit.Mean[i], size).LogDensity(y[i]);
        }

        Score(y, fit.Mean, size, out _, out var information);
        var means = new double[horizon];
        for (var h = 1; h <= horizon; h++)
        {
            means[h - 1] = Math.Exp(HarmonicDesign.Predict(fit.Coefficients, n + h, periodsPerYear, 1, (n + h) / (double)periodsPerYear));
        }

        var b = fit.Coefficients;
        return Outcome<NegativeBinomialFit>.Of(
            new NegativeBinomialFit(
                b[0],
                b[1],
                b[2],
                b[3],
                size,
                Math.Sqrt(1 / information),
                likelihood,
                fit.Deviance,
                Math.Sqrt(fit.UnscaledVariance(1)),
                means
            )
        );
    }

    // Newton's method for ln(size), kept between bounds.
    private static double Size(double[] y, double[] mean)
    {
        double low = -20,
            high = Math.Log(LargestSize) + 1,
            at = 0;
        for (var i = 0; i < 300; i++)
        {
            Score(y, mean, Math.Exp(at), out var score, out var information);
            if (score > 0)
            {
                low = at;
            }
            else
            {
                high = at;
            }

            // d2/dlog^2 = size score - size^2 information.
            var size = Math.Exp(at);
            var curvature = (size * score) - (size * size * information);
            var next = curvature < 0 ? at - (size * score / curvature) : double.NaN;
            next = next > low && next < high ? next : (low + high) / 2;
            if (Math.Abs(next - at) < 1e-13)
            {
                break;
            }

            at = next;
        }

        return Math.Exp(at);
    }

    private static void Score(double[] y, double[] mean, double size, out double score, out double information)
    {
        score = 0;
        information = 0;
        var digamma = SpecialFunctions.DiGamma(size);
        var trigamma = Trigamma(size);
        for (var i = 0; i < y.Length; i++)
        {
            var sum = size + mean[i];
            score += SpecialFunctions.DiGamma(size + y[i]) - digamma + Math.Log(size) + 1 - Math.Log(sum) - ((y[i] + size) / sum);
            information += trigamma - Trigamma(size + y[i]) - (1 / size) + (2 / sum) - ((y[i] + size) / (sum * sum));
        }
    }

    // Recurrence to 20, then the asymptotic series. Source: DLMF 5.15.5 and 5.15.8.
    private static double Trigamma(double x)
    {
        var sum = 0.0;
        while (x < 20)
        {
            sum += 1 / (x * x);
            x++;
        }

        var r = 1 / (x * x);
        return sum + (1 / x) + (r / 2) + (r / x * ((1.0 / 6) - (r * ((1.0 / 30) - (r * ((1.0 / 42) - (r / 30)))))));
    }
}
