using System;

namespace SeizureIntel.Analytics.Statistics.Surveillance;

/// <summary>The negative binomial chart for an unknown change with the search of the reference: plain Newton steps that may miss the maximum.</summary>
/// <remarks>
/// The house's chart keeps the steps inside a bracket; this one exists so that both can be compared point by point.
/// Source: M. Hoehle, M. Paul, Count data regression charts for the monitoring of surveillance time series, Computational Statistics and Data
/// Analysis 52 (2008), section 2.2; settings of R surveillance 1.20.3.
/// </remarks>
internal static class ReferenceChart
{
    private const double Start = 0.5;
    private const double Before = 0.4;
    private const double Stop = 1e-6;
    private const int MostSteps = 1000;

    public static MonitorPoint[] NegativeBinomial(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, MonitorOptions options)
    {
        var points = new MonitorPoint[counts.Length];
        var restart = 0;
        for (var n = 0; n < points.Length; n++)
        {
            var first = options.Window is { } window ? Math.Max(restart, n - window) : restart;
            var statistic = 0.0;
            var ratio = Start;
            for (var start = first; start <= n; start++)
            {
                var y = counts[start..(n + 1)];
                var m = means[start..(n + 1)];
                ratio = Search(y, m, options.Dispersion, ratio);
                ratio = options.Direction == MonitorDirection.Increase ? Above(ratio) : -Above(-ratio);
                var sum = 0.0;
                for (var i = 0; i < y.Length; i++)
                {
                    sum += ChangeMonitor.Step(y[i], m[i], ratio, options.Dispersion);
                }

                statistic = sum > statistic ? sum : statistic;
            }

            var isAlarm = statistic >= options.Threshold;
            points[n] = new MonitorPoint(statistic, isAlarm);
            restart = isAlarm ? n + 1 : restart;
        }

        return points;
    }

    // A search that ran off to no number counts as no change.
    private static double Above(double ratio) => ratio > 0 ? ratio : 0;

    private static double Search(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, double dispersion, double start)
    {
        var ratio = start;
        var change = Math.Abs(start - Before);
        for (var i = 0; i < MostSteps && ratio > ChangeMonitor.SmallestLogRatio && change > Stop; i++)
        {
            ChangeMonitor.Score(counts, means, dispersion, ratio, out var score, out var slope);

            // The information may vanish far out; as a positive zero it sends the search to minus infinity, as in the reference.
            var next = ratio + (score / (0 - slope));
            change = Math.Abs(next - ratio);
            ratio = next;
        }

        return ratio;
    }
}
