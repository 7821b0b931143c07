using System;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Rates;

/// <summary>What the past lets expect of a new window: an over-dispersed gamma-Poisson prediction.</summary>
/// <param name="Law">Law of the count in the window.</param>
/// <param name="Variance">Its variance (events squared) before it is held above the mean.</param>
public readonly record struct RatePrediction(CountDistribution Law, double Variance)
{
    /// <summary>Predicts the count of a window.</summary>
    /// <param name="prior">Rates among siblings.</param>
    /// <param name="pastCount">Events in the past.</param>
    /// <param name="pastExposure">Exposure of the past, in the unit of the prior.</param>
    /// <param name="exposure">Exposure of the window, in the same unit.</param>
    /// <param name="dispersion">Pooled variance over mean (a ratio), at least 1.</param>
    /// <returns>The prediction.</returns>
    /// <remarks>
    /// Assumes a steady rate, gamma-distributed among siblings. Variance = dispersion x mean + mean^2 / (shape + past count), matched by a negative
    /// binomial law.
    /// Source: A. Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, section 2.6 (gamma-Poisson predictive); P. McCullagh, J. Nelder, Generalized
    /// Linear Models, 2nd ed. 1989, section 6.2.3 (dispersion).
    /// </remarks>
    public static RatePrediction Of(GammaRatePrior prior, double pastCount, double pastExposure, double exposure, double dispersion)
    {
        ArgumentNullException.ThrowIfNull(prior);
        var mean = (prior.Shape + pastCount) / (prior.Rate + pastExposure) * exposure;
        var variance = (dispersion * mean) + (mean * mean / (prior.Shape + pastCount));
        return new RatePrediction(CountDistribution.WithVariance(mean, variance), variance);
    }
}
