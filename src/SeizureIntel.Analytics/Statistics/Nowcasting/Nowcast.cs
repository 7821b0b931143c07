using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;

namespace SeizureIntel.Analytics.Statistics.Nowcasting;

/// <summary>Corrects the newest counts for events that are not yet reported.</summary>
public static class Nowcast
{
    private const double LargestShape = 200;
    private const double LeastExcess = 1.01;
    private const double MeanFloor = 0.1;
    private const int PriorPeriods = 40;
    private const double LeastShare = 0.2;

    /// <summary>Estimates the delays from a reporting triangle.</summary>
    /// <param name="triangle">One row an event period, oldest first; one column a delay from 0; NaN = not yet observable. Later delays than the last
    /// are folded into it.</param>
    /// <returns>The delays, or the reason why there are none.</returns>
    /// <exception cref="ArgumentException">Rows differ in length, or there are fewer rows than delays.</exception>
    /// <remarks>Assumes that delays do not change over the triangle. Source: J. F. Lawless, Adjustments for reporting delays and the prediction of
    /// occurred but not reported events, Canadian Journal of Statistics 22 (1994), eq. 2.6 and 2.8; equal to the chain ladder.</remarks>
    public static Outcome<ReportingDelay> Delays(IReadOnlyList<IReadOnlyList<double>> triangle) => Delays(triangle, null, 0);

    /// <summary>Estimates the delays of one reporter, shrunk towards its region.</summary>
    /// <param name="triangle">The reporter's triangle.</param>
    /// <param name="region">The region's delays; null = no shrinkage.</param>
    /// <param name="weight">Events that the region counts for at each delay, 10 as a rule.</param>
    /// <returns>The delays, or the reason why there are none.</returns>
    /// <exception cref="ArgumentException">Rows differ in length, or there are fewer rows than delays.</exception>
    /// <remarks>Assumes that the reporter's delays resemble the region's. Source: J. F. Lawless 1994, eq. 2.6; shrinkage as the mean of a beta
    /// posterior, A. Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, section 2.1.</remarks>
    public static Outcome<ReportingDelay> Delays(IReadOnlyList<IReadOnlyList<double>> triangle, ReportingDelay? region, double weight)
    {
        ArgumentNullException.ThrowIfNull(triangle);
        if (triangle.Count == 0)
        {
            return Outcome<ReportingDelay>.NotTestable("no period");
        }

        var last = triangle.Count - 1;
        var delays = triangle[0].Count;
        if (delays < 1 || (region is not null && region.ReverseHazards.Count != delays))
        {
            throw new ArgumentException($"{delays} delays; expected 1 or more, as many as the region's.", nameof(triangle));
        }

        foreach (var row in triangle)
        {
            if (row.Count != delays)
            {
                throw new ArgumentException($"A row has {row.Count} delays; expected {delays}.", nameof(triangle));
            }
        }

        var at = new double[delays];
        var upTo = new double[delays];
        var hazard = new double[delays];
        for (var x = 0; x < delays; x++)
        {
            for (var t = 0; t <= last - x; t++)
            {
                at[x] += Value(triangle[t][x]);
                for (var y = 0; y <= x; y++)
                {
                    upTo[x] += Value(triangle[t][y]);
                }
            }

            var regional = region?.ReverseHazards[x] ?? 0;
            var events = upTo[x] + (region is null ? 0 : weight);
            hazard[x] =
                x == 0 ? 1
                : events > 0 ? (at[x] + (region is null ? 0 : weight * regional)) / events
                : 0;
        }

        var shares = new double[triangle.Count];
        var observed = new double[triangle.Count];
        for (var t = 0; t <= last; t++)
        {
            shares[t] = 1;
            for (var x = last - t + 1; x < delays; x++)
            {
                shares[t] *= 1 - hazard[x];
            }

            for (var x = 0; x < delays && x <= last - t; x++)
            {
                observed[t] += Value(triangle[t][x]);
            }
        }

        return Outcome<ReportingDelay>.Of(new ReportingDelay(at, upTo, hazard, shares, observed));
    }

    /// <summary>Prior of the counts a period from the newest periods that are complete.</summary>
    /// <param name="delay">The delays.</param>
    /// <returns>Shape and rate of a gamma law of the mean count; the rate's unit is periods.</returns>
    /// <remarks>Assumes a steady level over the last 40 complete periods. Moments: shape = m^2/(v - m) at most 200, with .1 added to the mean and the
    /// variance at least 1.01 of it. Source: A. Gelman et al., Bayesian Data Analysis, 3rd ed. 2013, section 2.6, by the method of moments.</remarks>
    public static GammaRatePrior Prior(ReportingDelay delay)
    {
        ArgumentNullException.ThrowIfNull(delay);
        var complete = Math.Max(0, delay.Observed.Count - delay.EventsAtDelay.Count);
        var first = Math.Max(0, complete - PriorPeriods);
        double n = complete - first,
            sum = 0,
            squares = 0;
        for (var t = first; t < complete; t++)
        {
            sum += delay.Observed[t];
        }

        var raw = n > 0 ? sum / n : 0;
        for (var t = first; t < complete; t++)
        {
            squares += (delay.Observed[t] - raw) * (delay.Observed[t] - raw);
        }

        var mean = raw + MeanFloor;
        var variance = Math.Max(n > 0 ? squares / n : 0, LeastExcess * mean);
        var shape = Math.Min(LargestShape, mean * mean / (variance - mean));
        return new GammaRatePrior(shape, shape / mean);
    }

    /// <summary>Predicts the final count of every period.</summary>
    /// <param name="delay">The delays.</param>
    /// <param name="prior">Prior of the counts a period.</param>
    /// <returns>One point a period, oldest first; complete periods keep their count.</returns>
    /// <remarks>
    /// Assumes Poisson counts around a gamma-distributed level, and known delays: with over-dispersed delays the intervals are too short.
    /// Source: J. F. Lawless 1994, section 2; the events still to come are negative binomial with size shape + observed, A. Gelman et al., Bayesian
    /// Data Analysis, 3rd ed. 2013, section 2.6.
    /// </remarks>
    public static IReadOnlyList<NowcastPoint> Predict(ReportingDelay delay, GammaRatePrior prior)
    {
        ArgumentNullException.ThrowIfNull(delay);
        ArgumentNullException.ThrowIfNull(prior);
        var points = new NowcastPoint[delay.Observed.Count];
        for (var t = 0; t < points.Length; t++)
        {
            var (n, share) = (delay.Observed[t], delay.ReportedShares[t]);
            var size = prior.Shape + n;
            var missing = size * (1 - share) / (prior.Rate + share);
            points[t] = new NowcastPoint(
                n,
                share,
                share > 0 ? n / share : null,
                n + missing,
                new CountDistribution(missing, size),
                share >= LeastShare
            );
        }

        return points;
    }

    private static double Value(double count) => double.IsNaN(count) ? 0 : count;
}
