using System;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;

namespace SeizureIntel.Validation.Methods.Rates;

/// <summary>Tests of the events of two windows that differ in exposure.</summary>
public static class WindowTests
{
    /// <summary>Exact probability of as many events or more in the second window, given the sum of both.</summary>
    /// <param name="before">Events of the first window.</param>
    /// <param name="after">Events of the second window.</param>
    /// <param name="exposureBefore">Exposure of the first window, above 0.</param>
    /// <param name="exposureAfter">Exposure of the second window, above 0.</param>
    /// <returns>A probability; 1 without events.</returns>
    /// <remarks>Assumes Poisson counts: too small under over-dispersion. Source: J. Przyborowski, H. Wilenski, Homogeneity of results in testing
    /// samples from Poisson series, Biometrika 31 (1940), pp. 313-323.</remarks>
    public static double ExactGreater(int before, int after, double exposureBefore, double exposureAfter) =>
        BinomialUpper(after, before + after, RateComparison.Share(exposureBefore, exposureAfter));

    /// <summary>Mid-p version of <see cref="ExactGreater"/>: half of the probability of the observed split counts.</summary>
    /// <param name="before">Events of the first window.</param>
    /// <param name="after">Events of the second window.</param>
    /// <param name="exposureBefore">Exposure of the first window, above 0.</param>
    /// <param name="exposureAfter">Exposure of the second window, above 0.</param>
    /// <returns>A probability; .5 without events.</returns>
    /// <remarks>Assumes Poisson counts. Source: H. O. Lancaster, Journal of the American Statistical Association 56 (1961), pp. 223-234.</remarks>
    public static double MidGreater(int before, int after, double exposureBefore, double exposureAfter)
    {
        var (n, p) = (before + after, RateComparison.Share(exposureBefore, exposureAfter));
        return BinomialUpper(after + 1, n, p) + (GammaFunctions.BinomialDensity(after, n, p, 1 - p) / 2);
    }

    /// <summary>Exact two-sided p-value: the probability of all splits that are not likelier than the observed one.</summary>
    /// <param name="before">Events of the first window.</param>
    /// <param name="after">Events of the second window.</param>
    /// <param name="exposureBefore">Exposure of the first window, above 0.</param>
    /// <param name="exposureAfter">Exposure of the second window, above 0.</param>
    /// <returns>A probability; 1 without events. Linear in the number of events.</returns>
    /// <remarks>Assumes Poisson counts. Source: C. Clopper, E. Pearson, Biometrika 26 (1934); the rule of R's binom.test.</remarks>
    public static double ExactTwoSided(int before, int after, double exposureBefore, double exposureAfter)
    {
        const double slack = 1 + 1e-7;
        var (n, p) = (before + after, RateComparison.Share(exposureBefore, exposureAfter));
        var observed = GammaFunctions.BinomialDensity(after, n, p, 1 - p) * slack;
        var sum = 0.0;
        for (var k = 0; k <= n; k++)
        {
            var density = GammaFunctions.BinomialDensity(k, n, p, 1 - p);
            sum += density <= observed ? density : 0;
        }

        return Math.Min(1, sum);
    }

    /// <summary>Compares a series before and after a step by negative binomial regression with a given size, and by quasi-Poisson regression.</summary>
    /// <param name="counts">Events a period.</param>
    /// <param name="exposure">Exposure a period, above 0.</param>
    /// <param name="isAfter">1 for the periods after the step, 0 for those before; both occur.</param>
    /// <param name="size">Size of the negative binomial law, above 0.</param>
    /// <returns>The comparison, or the reason why there is none.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    /// <remarks>Assumes independent counts. Source: J. F. Lawless, Negative binomial and mixed Poisson regression, Canadian Journal of Statistics 15
    /// (1987), pp. 209-225 (likelihood ratio); McCullagh and Nelder, 1989, section 6.2.3 (quasi-Poisson).</remarks>
    public static Outcome<StepComparison> Step(
        ReadOnlySpan<double> counts,
        ReadOnlySpan<double> exposure,
        ReadOnlySpan<double> isAfter,
        double size
    )
    {
        var n = counts.Length;
        if (exposure.Length != n || isAfter.Length != n)
        {
            throw new ArgumentException(
                $"{n} counts, {exposure.Length} exposures, {isAfter.Length} windows; expected equal lengths.",
                nameof(exposure)
            );
        }

        var ones = new double[n];
        Array.Fill(ones, 1);
        var offset = new double[n];
        double[] window = isAfter.ToArray();
        for (var i = 0; i < n; i++)
        {
            offset[i] = Math.Log(exposure[i]);
        }

        var with = GeneralizedLinearModel.Fit([ones, window], counts, GlmFamily.NegativeBinomial, offset, size: size);
        var without = GeneralizedLinearModel.Fit([ones], counts, GlmFamily.NegativeBinomial, offset, size: size);
        var quasi = GeneralizedLinearModel.Fit([ones, window], counts, GlmFamily.Poisson, offset);
        if (with is null || without is null || quasi is null || !with.IsEstimated[1])
        {
            return Outcome<StepComparison>.NotTestable(
                "the fit does not converge: one of the windows holds no event, or there are too few periods"
            );
        }

        var ratio = Math.Max(0, without.Deviance - with.Deviance);
        var sign = Math.Sign(with.Coefficients[1]);
        return Outcome<StepComparison>.Of(
            new StepComparison(
                with.Coefficients[1],
                ratio,
                ContinuousTails.ChiSquaredUpper(ratio, 1),
                ContinuousTails.NormalUpper(sign * Math.Sqrt(ratio)),
                quasi.Coefficients[1],
                quasi.Dispersion,
                quasi.StandardError(1),
                quasi.PValue(1)
            )
        );
    }

    private static double BinomialUpper(int k, int n, double p) =>
        k <= 0 ? 1
        : k > n ? 0
        : IncompleteBeta.Regularized(k, n - k + 1, p);
}
