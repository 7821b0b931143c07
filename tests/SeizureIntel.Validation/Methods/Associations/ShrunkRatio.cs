using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Validation.Methods.Numerics;

namespace SeizureIntel.Validation.Methods.Associations;

/// <summary>Observed over expected counts, drawn towards what is usual among all cells.</summary>
public static class ShrunkRatio
{
    private const double Smallest = 1e-3;
    private const double Largest = 1e4;

    /// <summary>Estimates how ratios spread over the cells of a table.</summary>
    /// <param name="cells">All cells, those with count 0 included; cells with expectation 0 are passed over.</param>
    /// <returns>The gamma law of the ratios, or the reason why it cannot be estimated.</returns>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    /// <remarks>Assumes Poisson counts whose ratios to the expectation follow one gamma law. Cells x evaluations (a few hundred). Source: W.
    /// DuMouchel, Bayesian data mining in large frequency tables, American Statistician 53 (1999), section 2, with one gamma component.</remarks>
    public static Outcome<GammaRatePrior> Estimate(IReadOnlyCollection<CellCount> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var used = Used(cells);
        var total = used.Sum(c => c.Count);
        if (used.Length < 2 || total == 0)
        {
            return Outcome<GammaRatePrior>.NotTestable("fewer than two cells, or no event");
        }

        // ln shape and ln of the mean are nearly independent, which keeps the search short.
        var mean = total / used.Sum(c => c.Expected);
        double Value(double[] p) => MinusLogLikelihood(used, Math.Exp(p[0]), Math.Exp(p[0] - p[1]));
        double[] low = [Math.Log(Smallest), Math.Log(mean) - 5],
            high = [Math.Log(Largest), Math.Log(mean) + 5];
        (double[] Point, double Value) best = ([0, Math.Log(mean)], double.PositiveInfinity);
        foreach (var shape in new[] { 0.1, 1.0, 10.0 })
        {
            var found = NelderMead.Minimise(Value, [Math.Log(shape), Math.Log(mean)], 0.5, low, high, 400, 1e-9);
            best = found.Value < best.Value ? found : best;
        }

        best = NelderMead.Minimise(Value, best.Point, 0.1, low, high, 400, 1e-11);
        return Outcome<GammaRatePrior>.Of(new GammaRatePrior(Math.Exp(best.Point[0]), Math.Exp(best.Point[0] - best.Point[1])));
    }

    /// <summary>Minus the log likelihood of a gamma law of ratios.</summary>
    /// <param name="prior">The law.</param>
    /// <param name="cells">All cells; those with expectation 0 are passed over.</param>
    /// <returns>Minus a log likelihood (nats).</returns>
    /// <remarks>Assumes Poisson counts. Linear. Source: W. DuMouchel 1999, eq. 3, with one component.</remarks>
    public static double MinusLogLikelihood(GammaRatePrior prior, IReadOnlyCollection<CellCount> cells)
    {
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(cells);
        return MinusLogLikelihood(Used(cells), prior.Shape, prior.Rate);
    }

    /// <summary>Posterior mean of the ratio.</summary>
    /// <param name="prior">How ratios spread.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>A ratio; 1 = as expected.</returns>
    /// <remarks>Assumes the gamma law as prior. Source: W. DuMouchel 1999, eq. 6; A. Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, section
    /// 2.6.</remarks>
    public static double Mean(GammaRatePrior prior, CellCount cell)
    {
        ArgumentNullException.ThrowIfNull(prior);
        return (prior.Shape + cell.Count) / (prior.Rate + cell.Expected);
    }

    /// <summary>Posterior quantile of the ratio; the 5 % quantile ranks cells.</summary>
    /// <param name="prior">How ratios spread.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="probability">Above 0 and below 1.</param>
    /// <returns>A ratio.</returns>
    /// <remarks>Assumes the gamma law as prior; ranking by it controls no false discovery rate. Source: W. DuMouchel 1999, section 3; Gelman et al.
    /// 2013, section 2.6.</remarks>
    public static double Quantile(GammaRatePrior prior, CellCount cell, double probability)
    {
        ArgumentNullException.ThrowIfNull(prior);
        return IncompleteGamma.InverseLower(prior.Shape + cell.Count, probability) / (prior.Rate + cell.Expected);
    }

    /// <summary>Probability of at least the observed count before it is seen.</summary>
    /// <param name="prior">How ratios spread.</param>
    /// <param name="cell">The cell.</param>
    /// <returns>A probability from 0 to 1.</returns>
    /// <remarks>Assumes the gamma law as prior, so that the count is negative binomial. Source: W. DuMouchel 1999, eq. 2.</remarks>
    public static double UpperTail(GammaRatePrior prior, CellCount cell)
    {
        ArgumentNullException.ThrowIfNull(prior);
        return new CountDistribution(prior.Shape * cell.Expected / prior.Rate, prior.Shape).UpperTail(cell.Count);
    }

    private static CellCount[] Used(IReadOnlyCollection<CellCount> cells) =>
        cells.Any(c => c.Count < 0)
            ? throw new ArgumentException("A count is negative; expected 0 or more.", nameof(cells))
            : [.. cells.Where(c => c.Expected > 0)];

    private static double MinusLogLikelihood(CellCount[] cells, double shape, double rate)
    {
        var logGamma = GammaFunctions.LogGamma(shape);
        var sum = 0.0;
        foreach (var (count, expected) in cells)
        {
            sum += shape * Math.Log(rate / (rate + expected));
            if (count > 0)
            {
                sum +=
                    GammaFunctions.LogGamma(shape + count)
                    - logGamma
                    - GammaFunctions.LogGamma(count + 1)
                    + (count * Math.Log(expected / (rate + expected)));
            }
        }

        return -sum;
    }
}
