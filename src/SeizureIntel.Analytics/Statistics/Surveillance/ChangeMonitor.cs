using System;
using System.Collections.Generic;
using SeizureIntel.Analytics.Statistics.Numerics;

namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>Sustained changes of a level, period by period: likelihood-ratio and generalised likelihood-ratio CUSUM charts.</summary>
public static class ChangeMonitor
{
    internal const double SmallestLogRatio = -18;
    private const double LargestLogRatio = 700;

    /// <summary>Runs a chart over a series.</summary>
    /// <param name="counts">Events a period, oldest first.</param>
    /// <param name="means">Expected events a period without change, each above 0; same length.</param>
    /// <param name="options">Settings.</param>
    /// <returns>One point a period. Linear for a given log ratio; else linear times window times iterations.</returns>
    /// <exception cref="ArgumentException">The lengths differ, a mean is not above 0, or a count is negative or missing.</exception>
    /// <remarks>
    /// Assumes independent counts and known means. After an alarm nothing is remembered.
    /// Source: M. Hoehle, M. Paul, Count data regression charts for the monitoring of surveillance time series, Computational Statistics and Data
    /// Analysis 52 (2008), sections 2 and 3.
    /// </remarks>
    public static IReadOnlyList<MonitorPoint> Run(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, MonitorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (counts.Length != means.Length)
        {
            throw new ArgumentException($"{counts.Length} counts and {means.Length} means; expected equal lengths.", nameof(means));
        }

        if (!(options.Threshold > 0) || options.Dispersion < 0)
        {
            throw new ArgumentException("The threshold has to be above 0 and the dispersion at least 0.", nameof(options));
        }

        for (var i = 0; i < counts.Length; i++)
        {
            if (!(counts[i] >= 0) || !(means[i] > 0))
            {
                throw new ArgumentException(
                    $"Period {i} holds count {counts[i]} and mean {means[i]}; expected a count of 0 or more and a mean above 0.",
                    nameof(counts)
                );
            }
        }

        return options.LogRatio is { } ratio ? LikelihoodRatio(counts, means, options, ratio) : Generalised(counts, means, options);
    }

    /// <summary>Threshold at which a chart for a given rate ratio gives a false alarm within some periods with a wanted chance.</summary>
    /// <param name="mean">Expected events a period, above 0.</param>
    /// <param name="options">Settings; the log ratio has to be given.</param>
    /// <param name="chance">Probability of a false alarm, above 0 and below 1.</param>
    /// <param name="periods">Length of the run in periods.</param>
    /// <param name="paths">Simulated runs; 2,000 give the threshold to about .1.</param>
    /// <param name="seed">Seed of the simulation.</param>
    /// <returns>The threshold (nats).</returns>
    /// <exception cref="ArgumentException">The log ratio is not given or an argument is out of range.</exception>
    /// <remarks>Assumes a constant mean. Source: M. Hoehle, M. Paul 2008, section 3.3 (run lengths by simulation).</remarks>
    public static double SimulateThreshold(double mean, MonitorOptions options, double chance, int periods, int paths, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.LogRatio is not { } ratio || !(mean > 0) || chance is not (> 0 and < 1) || periods < 1 || paths < 1)
        {
            throw new ArgumentException(
                "A log ratio, a mean above 0, a chance between 0 and 1, and at least one period and path are needed.",
                nameof(options)
            );
        }

        var law = options.Dispersion > 0 ? new CountDistribution(mean, 1 / options.Dispersion) : CountDistribution.Poisson(mean);
        var steps = new double[(int)Math.Min(1_000_000, law.Quantile(1 - 1e-12)) + 1];
        var cumulative = new double[steps.Length];
        for (var k = 0; k < steps.Length; k++)
        {
            steps[k] = Step(k, mean, ratio, options.Dispersion);
            cumulative[k] = law.Cumulative(k);
        }

        var random = new SplitMix64(seed);
        var largest = new double[paths];
        for (var path = 0; path < paths; path++)
        {
            double statistic = 0,
                peak = 0;
            for (var t = 0; t < periods; t++)
            {
                var at = Array.BinarySearch(cumulative, random.NextDouble());
                statistic = Math.Max(0, statistic + steps[Math.Min(steps.Length - 1, at < 0 ? ~at : at)]);
                peak = Math.Max(peak, statistic);
            }

            largest[path] = peak;
        }

        Array.Sort(largest);
        return largest[Math.Min(paths - 1, (int)Math.Ceiling((1 - chance) * paths))];
    }

    private static MonitorPoint[] LikelihoodRatio(
        ReadOnlySpan<double> counts,
        ReadOnlySpan<double> means,
        MonitorOptions options,
        double ratio
    )
    {
        var points = new MonitorPoint[counts.Length];
        var statistic = 0.0;
        for (var i = 0; i < points.Length; i++)
        {
            statistic = Math.Max(0, statistic + Step(counts[i], means[i], ratio, options.Dispersion));
            var isAlarm = statistic >= options.Threshold;
            points[i] = new MonitorPoint(statistic, isAlarm);
            statistic = isAlarm ? 0 : statistic;
        }

        return points;
    }

    internal static double Step(double count, double mean, double ratio, double dispersion) =>
        dispersion == 0
            ? (ratio * count) + ((1 - Math.Exp(ratio)) * mean)
            : (ratio * count)
                + ((count + (1 / dispersion)) * Math.Log((1 + (dispersion * mean)) / (1 + (dispersion * mean * Math.Exp(ratio)))));

    private static MonitorPoint[] Generalised(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, MonitorOptions options)
    {
        if (options.RCompatible && options.Dispersion > 0)
        {
            return ReferenceChart.NegativeBinomial(counts, means, options);
        }

        var points = new MonitorPoint[counts.Length];
        var restart = 0;
        var needsTwo = options.RCompatible && options.Dispersion == 0 && options.Window is not null;
        for (var n = 0; n < points.Length; n++)
        {
            var first = options.Window is { } window ? Math.Max(restart, n - window) : restart;
            var statistic = 0.0;
            double events = 0,
                expected = 0;
            var ratio = 0.5;
            for (var start = n; start >= first; start--)
            {
                events += counts[start];
                expected += means[start];
                if (needsTwo && start == n)
                {
                    continue;
                }

                statistic = Math.Max(
                    statistic,
                    options.Dispersion == 0
                        ? PoissonSupremum(events, expected, options.Direction)
                        : NegativeBinomialSupremum(counts[start..(n + 1)], means[start..(n + 1)], options, ref ratio)
                );
            }

            var isAlarm = statistic >= options.Threshold;
            points[n] = new MonitorPoint(statistic, isAlarm);
            restart = isAlarm ? n + 1 : restart;
        }

        return points;
    }

    private static double PoissonSupremum(double events, double expected, MonitorDirection direction)
    {
        if (direction == MonitorDirection.Increase ? events <= expected : events >= expected)
        {
            return 0;
        }

        var ratio = events > 0 ? Math.Max(SmallestLogRatio, Math.Log(events / expected)) : SmallestLogRatio;
        return (ratio * events) + ((1 - Math.Exp(ratio)) * expected);
    }

    // The log likelihood is concave in the log ratio; Newton's steps are kept inside a bracket of its root.
    private static double NegativeBinomialSupremum(
        ReadOnlySpan<double> counts,
        ReadOnlySpan<double> means,
        MonitorOptions options,
        ref double ratio
    )
    {
        var alpha = options.Dispersion;
        var isIncrease = options.Direction == MonitorDirection.Increase;
        Score(counts, means, alpha, 0, out var atZero, out _);
        if (isIncrease ? atZero <= 0 : atZero >= 0)
        {
            return 0;
        }

        var low = isIncrease ? 0 : SmallestLogRatio;
        var high = isIncrease ? LargestLogRatio : 0;
        var kappa =
            ratio > low && ratio < high ? ratio
            : isIncrease ? 0.5
            : -0.5;
        for (var i = 0; i < 200; i++)
        {
            Score(counts, means, alpha, kappa, out var score, out var slope);
            if (score > 0)
            {
                low = kappa;
            }
            else
            {
                high = kappa;
            }

            var next = kappa - (score / slope);
            next = next > low && next < high ? next : (low + high) / 2;
            var change = Math.Abs(next - kappa);
            kappa = next;
            if (change <= 1e-12 * Math.Max(1, Math.Abs(kappa)))
            {
                break;
            }
        }

        ratio = kappa;
        var sum = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            sum += Step(counts[i], means[i], kappa, alpha);
        }

        return Math.Max(0, sum);
    }

    internal static void Score(
        ReadOnlySpan<double> counts,
        ReadOnlySpan<double> means,
        double alpha,
        double kappa,
        out double score,
        out double slope
    )
    {
        score = 0;
        slope = 0;
        var growth = Math.Exp(kappa);
        for (var i = 0; i < counts.Length; i++)
        {
            var mean = means[i] * growth;
            var spread = 1 + (alpha * mean);
            score += (counts[i] - mean) / spread;
            slope -= mean * (1 + (alpha * counts[i])) / (spread * spread);
        }
    }
}
