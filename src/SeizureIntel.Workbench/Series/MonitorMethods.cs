using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Statistics.Surveillance;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Series;

/// <summary>Charts that watch for a sustained change against a baseline.</summary>
internal static class MonitorMethods
{
    private const int FewestBaseline = 13;
    private const int UnknownSizeWindow = 26;
    private const double FalseAlarmsAYear = 0.05;
    private const int Paths = 2000;
    private const ulong Seed = 1;

    public static SeriesVerdict Cusum(GivenSeries series, SeriesSettings settings) => Run(series, settings, new MonitorOptions());

    public static SeriesVerdict LikelihoodRatio(GivenSeries series, SeriesSettings settings) =>
        Run(series, settings, new MonitorOptions { LogRatio = null, Window = UnknownSizeWindow });

    private static SeriesVerdict Run(GivenSeries series, SeriesSettings settings, MonitorOptions options)
    {
        int length = series.Counts.Length,
            baseline = settings.Baseline ?? Math.Min(2 * series.PeriodsPerYear, length / 2);
        if (baseline < FewestBaseline || baseline >= length)
            throw ShapeMethods.TooShort(
                $"a baseline of {baseline} {series.StepWord}s out of {length}; it has to be {FewestBaseline} or more and leave something to watch"
            );
        int[] past = [.. Enumerable.Range(0, baseline).Where(i => !double.IsNaN(series.Counts[i]))];
        // A period without a report says nothing: it is left out of the chart, not counted as 0.
        int[] watched = [.. Enumerable.Range(baseline, length - baseline).Where(i => !double.IsNaN(series.Counts[i]))];
        double Exposure(int i) => series.Exposure.Length == 0 ? 1 : series.Exposure[i];
        double events = past.Sum(i => series.Counts[i]);
        if (past.Length < FewestBaseline || events == 0 || watched.Length == 0)
            throw ShapeMethods.TooShort("its baseline has too few reported periods or no event at all");
        double rate = events / past.Sum(Exposure),
            mean = events / past.Length;
        double variance = past.Sum(i => Math.Pow(series.Counts[i] - (rate * Exposure(i)), 2)) / (past.Length - 1);
        options = options with { Dispersion = Math.Max(0, (variance - mean) / (mean * mean)) };
        options = options with
        {
            Threshold = settings.Threshold
                ?? (options.LogRatio is null ? options.Threshold : Calibrated(mean, options, series.PeriodsPerYear)),
        };
        if (!(options.Threshold > 0))
            throw Fault.Usage("bad_threshold", $"A threshold of {options.Threshold}; expected a number above 0.", "Give a threshold of 4.");
        IReadOnlyList<MonitorPoint> points = ChangeMonitor.Run(
            watched.Select(i => series.Counts[i]).ToArray(),
            watched.Select(i => rate * Exposure(i)).ToArray(),
            options
        );
        SeriesAnswerRow[] rows = [.. series.Counts.Select((_, i) => AlarmMethods.Row(series, i))];
        for (int k = 0; k < watched.Length; k++)
            rows[watched[k]] = rows[watched[k]] with
            {
                Expected = rate * Exposure(watched[k]),
                Alarm = points[k].IsAlarm,
                Parts = new Dictionary<string, double> { ["statistic"] = points[k].Statistic },
            };
        return new SeriesVerdict(rows)
        {
            Figures =
            [
                new("baseline", baseline, series.StepWord + "s"),
                new("baseline_mean", mean, $"events a {series.StepWord}"),
                new("dispersion", options.Dispersion, "excess variance over mean squared"),
                new("threshold", options.Threshold, "nats"),
                new("tested", watched.Length, series.StepWord + "s"),
                new("alarms", points.Count(p => p.IsAlarm), series.StepWord + "s"),
            ],
            Notes =
            [
                $"The baseline is the first {baseline} {series.StepWord}s at one level, without season; after an alarm the chart starts anew.",
                settings.Threshold is not null ? "The threshold was given."
                : options.LogRatio is null ? "The threshold is not calibrated to a false-alarm rate; another can be set."
                : "The threshold gives a false alarm within a year with a chance of 5 % (2,000 simulated years, seed 1).",
            ],
        };
    }

    private static double Calibrated(double mean, MonitorOptions options, int periods) =>
        ChangeMonitor.SimulateThreshold(mean, options, FalseAlarmsAYear, Math.Max(periods, 12), Paths, Seed);
}
