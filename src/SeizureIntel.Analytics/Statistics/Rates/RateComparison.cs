using System;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Rates;

/// <summary>Compares the events of two windows that differ in exposure.</summary>
public static class RateComparison
{
    // Half a unit in the last place of the sum is ten thousand times as much.
    private const double Nothing = 1e-20;

    // The exponential of -746 and less is 0.
    private const double Underflow = -760;
    private const int BeyondMode = 2;

    /// <summary>Two-sided p-value for over-dispersed counts: twice the smaller tail of the split of the sum of both windows.</summary>
    /// <param name="before">Events of the first window.</param>
    /// <param name="after">Events of the second window.</param>
    /// <param name="exposureBefore">Exposure of the first window, above 0.</param>
    /// <param name="exposureAfter">Exposure of the second window, above 0.</param>
    /// <param name="dispersion">Variance over mean, above 1.</param>
    /// <returns>A probability; 1 without events. At most linear in the number of events.</returns>
    /// <remarks>
    /// Assumes negative binomial counts of one variance over mean: given their sum their split is beta-binomial, with the expected counts over the
    /// excess dispersion as parameters (the pooled rate is put in).
    /// Source: N. Johnson, A. Kemp, S. Kotz, Univariate Discrete Distributions, 3rd ed. 2005, section 6.2.2 (negative hypergeometric as the
    /// conditional law of negative binomials).
    /// </remarks>
    public static double OverdispersedTwoSided(int before, int after, double exposureBefore, double exposureAfter, double dispersion)
    {
        int n = before + after;
        if (n == 0)
        {
            return 1;
        }

        double share = Share(exposureBefore, exposureAfter),
            size = n / (dispersion - 1);
        double a = size * share,
            b = size * (1 - share);
        double constant =
            GammaFunctions.LogGamma(a + b) - GammaFunctions.LogGamma(a) - GammaFunctions.LogGamma(b) - GammaFunctions.LogGamma(a + b + n);
        double LogDensity(int k) =>
            constant + GammaFunctions.LogChoose(n, k) + GammaFunctions.LogGamma(a + k) + GammaFunctions.LogGamma(b + n - k);

        // Beyond its mode the density only falls: once a term no longer changes the sum, none after it does.
        double mode = a + b > 2 ? ((n * (a - 1)) - b + 1) / (a + b - 2) : double.NaN;
        int step = after >= n * share ? 1 : -1;
        double tail = 0;
        for (int k = after; k >= 0 && k <= n; k += step)
        {
            double exponent = LogDensity(k),
                term = Math.Exp(exponent);
            tail += term;
            if (step * (k - mode) > BeyondMode && (term < Nothing * tail || exponent < Underflow))
                break;
        }

        return Math.Min(1, 2 * tail);
    }

    /// <summary>Ratio of the rates with its interval, shrunk by a prior that both windows share.</summary>
    /// <param name="prior">Rates among siblings.</param>
    /// <param name="before">Events of the first window.</param>
    /// <param name="after">Events of the second window.</param>
    /// <param name="exposureBefore">Exposure of the first window, above 0.</param>
    /// <param name="exposureAfter">Exposure of the second window, above 0.</param>
    /// <param name="level">Coverage of the interval, above 0 and below 1.</param>
    /// <returns>Median and interval of a beta-prime law.</returns>
    /// <remarks>Assumes Poisson counts with independent gamma priors in both windows. Source: A. Gelman et al., Bayesian Data Analysis, 3rd ed. 2013,
    /// section 2.6; the ratio of two gamma variables is beta-prime, N. Johnson, S. Kotz, N. Balakrishnan, Continuous Univariate Distributions 2, 2nd
    /// ed. 1995, section 27.</remarks>
    public static RateRatio Ratio(
        GammaRatePrior prior,
        double before,
        double after,
        double exposureBefore,
        double exposureAfter,
        double level = 0.9
    )
    {
        ArgumentNullException.ThrowIfNull(prior);
        var scale = (prior.Rate + exposureBefore) / (prior.Rate + exposureAfter);
        double At(double probability) => IncompleteBeta.InverseOdds(prior.Shape + after, prior.Shape + before, probability) * scale;
        return new RateRatio(At(0.5), At((1 - level) / 2), At((1 + level) / 2), level);
    }

    internal static double Share(double before, double after) =>
        before > 0 && after > 0
            ? after / (before + after)
            : throw new ArgumentException($"Exposures {before} and {after}; expected both above 0.", nameof(before));
}
