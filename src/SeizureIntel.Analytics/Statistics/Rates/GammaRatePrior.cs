using System;

namespace SeizureIntel.Analytics.Statistics.Rates;

/// <summary>A gamma law of event rates among siblings: routes of a network, or series of a family.</summary>
/// <param name="Shape">Shape of the law (a number above 0): small = the siblings differ widely.</param>
/// <param name="Rate">Rate of the law, in units of exposure; shape over rate is the mean rate of events.</param>
public sealed record GammaRatePrior(double Shape, double Rate)
{
    private const double SmallestShape = 0.01;
    private const double LargestShape = 50;

    /// <summary>Estimates the prior from the counts of all siblings over one common exposure.</summary>
    /// <param name="counts">Events of each sibling; at least 0.</param>
    /// <param name="exposure">Their common exposure, above 0, for example weeks.</param>
    /// <returns>The prior of largest likelihood; shape .5 and rate .5 exposure where no sibling has an event.</returns>
    /// <exception cref="ArgumentException">There is no sibling, a count is negative, or the exposure is not above 0.</exception>
    /// <remarks>
    /// Assumes gamma-distributed rates with Poisson counts, shape held in .01 to 50. For a fixed shape the best mean is the mean of the counts, so
    /// one dimension is searched.
    /// Source: H. Robbins, An empirical Bayes approach to statistics, 1956; W. DuMouchel, The American Statistician 53 (1999), section 2, with one component.
    /// </remarks>
    public static GammaRatePrior Estimate(ReadOnlySpan<double> counts, double exposure)
    {
        if (counts.IsEmpty || !(exposure > 0))
        {
            throw new ArgumentException(
                $"{counts.Length} siblings and an exposure of {exposure}; expected at least one and an exposure above 0.",
                nameof(counts)
            );
        }

        var mean = 0.0;
        foreach (var count in counts)
        {
            mean +=
                count >= 0
                    ? count / counts.Length
                    : throw new ArgumentException($"A count is {count}; expected 0 or more.", nameof(counts));
        }

        if (mean == 0)
        {
            return new GammaRatePrior(0.5, 0.5 * exposure);
        }

        var siblings = new SiblingCounts(counts);

        // Coarse grid first: the likelihood in ln(shape) may be flat at either end.
        double low = Math.Log(SmallestShape),
            high = Math.Log(LargestShape);
        const int steps = 60;
        var best = 0;
        var bestValue = double.PositiveInfinity;
        for (var i = 0; i <= steps; i++)
        {
            var value = siblings.MinusLogLikelihood(Math.Exp(low + ((high - low) * i / steps)), mean);
            if (value < bestValue)
            {
                (best, bestValue) = (i, value);
            }
        }

        var left = low + ((high - low) * Math.Max(0, best - 1) / steps);
        var right = low + ((high - low) * Math.Min(steps, best + 1) / steps);
        var golden = (Math.Sqrt(5) - 1) / 2;
        while (right - left > 1e-9)
        {
            var a = right - (golden * (right - left));
            var b = left + (golden * (right - left));
            if (siblings.MinusLogLikelihood(Math.Exp(a), mean) <= siblings.MinusLogLikelihood(Math.Exp(b), mean))
            {
                right = b;
            }
            else
            {
                left = a;
            }
        }

        var shape = Math.Exp((left + right) / 2);
        return new GammaRatePrior(shape, shape * exposure / mean);
    }

    /// <summary>Minus the log likelihood of sibling counts under this prior.</summary>
    /// <param name="counts">Events of each sibling.</param>
    /// <param name="exposure">Their common exposure.</param>
    /// <returns>Minus a natural logarithm of a probability (nats).</returns>
    /// <remarks>Assumes gamma-distributed rates with Poisson counts. Source: W. DuMouchel, The American Statistician 53 (1999), eq. 4, with one
    /// component.</remarks>
    public double MinusLogLikelihood(ReadOnlySpan<double> counts, double exposure) =>
        new SiblingCounts(counts).MinusLogLikelihood(Shape, Shape * exposure / Rate);
}
