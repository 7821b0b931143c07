using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Rates;

namespace SeizureIntel.Validation.Methods.Rates;

/// <summary>New, growing and vanishing routes, allowing for over-dispersion, small counts and changed reporting.</summary>
public static class RouteEmergence
{
    private const double LeastExpectedForFall = 3;

    // Two pseudo-events keep the factor of a reporter with few events near 1.
    private const double FactorPrior = 2;

    /// <summary>Assesses all routes of a family together.</summary>
    /// <param name="routes">All routes that could have changed, also those without recent events.</param>
    /// <param name="baselineExposure">Exposure of the past (weeks), above 0.</param>
    /// <param name="recentExposure">Exposure of the recent window (weeks), above 0.</param>
    /// <param name="prior">Rates among siblings; null = estimated from the routes' past.</param>
    /// <param name="dispersion">Pooled dispersion (a ratio); null = estimated from the routes' past.</param>
    /// <param name="hypotheses">Number of hypotheses that could have been tested; 0 = the routes.</param>
    /// <returns>One change a route, in their order.</returns>
    /// <exception cref="ArgumentException">An exposure is not above 0.</exception>
    /// <remarks>
    /// Assumes steady rates in the past, gamma-distributed among routes, and that a reporter's other events show its activity. n log n.
    /// Source: W. DuMouchel, Bayesian data mining in large frequency tables, The American Statistician 53 (1999), section 2 (prior); H. O. Lancaster,
    /// JASA 56 (1961) (mid-p); Benjamini and Hochberg 1995.
    /// </remarks>
    public static IReadOnlyList<RouteChange> Assess(
        IReadOnlyList<RouteActivity> routes,
        double baselineExposure,
        double recentExposure,
        GammaRatePrior? prior = null,
        double? dispersion = null,
        int hypotheses = 0
    )
    {
        ArgumentNullException.ThrowIfNull(routes);
        if (!(baselineExposure > 0) || !(recentExposure > 0))
        {
            throw new ArgumentException(
                $"Exposures {baselineExposure} and {recentExposure}; expected both above 0.",
                nameof(baselineExposure)
            );
        }

        if (routes.Count == 0)
        {
            return [];
        }

        var past = routes.Select(r => r.Baseline.Sum()).ToArray();
        var phi = dispersion ?? PooledDispersion.Estimate([.. routes.Select(r => r.Baseline)]);
        var rates = prior ?? GammaRatePrior.Estimate(past, baselineExposure);
        var sums = new Dictionary<string, (double Past, double Recent)>(StringComparer.Ordinal);
        for (var i = 0; i < routes.Count; i++)
        {
            var (p, r) = sums.GetValueOrDefault(routes[i].Reporter);
            sums[routes[i].Reporter] = (p + past[i], r + routes[i].Recent);
        }

        var changes = new RouteChange[routes.Count];
        for (var i = 0; i < routes.Count; i++)
        {
            changes[i] = Change(routes[i], past[i], sums[routes[i].Reporter], baselineExposure, recentExposure, rates, phi);
        }

        var upper = FalseDiscovery.BenjaminiHochberg(changes.Select(c => c.UpperMidP).ToArray(), hypotheses);
        var testable = Enumerable.Range(0, changes.Length).Where(i => changes[i].CanTestFall).ToArray();
        var lower = FalseDiscovery.BenjaminiHochberg(testable.Select(i => changes[i].LowerMidP).ToArray());
        for (var i = 0; i < changes.Length; i++)
        {
            changes[i] = changes[i] with { UpperQ = upper[i] };
        }

        for (var i = 0; i < testable.Length; i++)
        {
            changes[testable[i]] = changes[testable[i]] with { LowerQ = lower[i] };
        }

        return changes;
    }

    private static RouteChange Change(
        RouteActivity route,
        double past,
        (double Past, double Recent) sums,
        double baselineExposure,
        double recentExposure,
        GammaRatePrior prior,
        double dispersion
    )
    {
        var factor = route.ExposureFactor
            ?? (
                route.Reporter.Length == 0
                    ? 1
                    : (sums.Recent - route.Recent + FactorPrior) / (((sums.Past - past) * recentExposure / baselineExposure) + FactorPrior)
            );
        var exposure = recentExposure * factor;
        var prediction = RatePrediction.Of(prior, past, baselineExposure, exposure, dispersion);
        var law = prediction.Law;
        return new RouteChange(
            past,
            route.Recent,
            factor,
            exposure,
            law.Mean,
            prediction.Variance,
            law.Size,
            law.UpperTail(route.Recent),
            law.MidUpperTail(route.Recent),
            1,
            law.MidLowerTail(route.Recent),
            1,
            (prior.Shape + route.Recent) / (prior.Rate + exposure) / ((prior.Shape + past) / (prior.Rate + baselineExposure)),
            law.Mean >= LeastExpectedForFall
        );
    }
}
