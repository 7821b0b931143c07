using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Statistics.Surveillance;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>The usual detector on 10,000 weekly series of ten years: this week, and all 260 weeks with five years of history.</summary>
internal static class WeeklySeriesCase
{
    private const int Series = 10_000;

    // Ten years and half a window: the first of the last 260 weeks then has five years of history.
    private const int Weeks = 523;
    private const int Tested = 260;
    private const int QuickSeries = 250;
    private const int RivalSeries = 10;
    private const int RivalWeeks = 5;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        double[][] series = new double[Series][];
        Parallel.For(0, Series, s => series[s] = MakeUp(s + 1));
        var options = new FarringtonOptions();
        // Warm: the first call of everything is compiled outside the measurement.
        Test(series.AsSpan(0, 200).ToArray(), [Weeks - 1], options);
        (int alarms, double thisWeek, double processor) = CaseRun.Timed(() => Test(series, [Weeks - 1], options));
        await run.FigureAsync(
            $"{Series} weekly series of {Weeks} weeks, this week: {thisWeek:0.00} s, {processor:0.00} s of processor time, {alarms} alarms",
            $"2 s",
            thisWeek <= 2
        );
        int[] weeks = [.. Enumerable.Range(Weeks - Tested, Tested)];
        int used = run.IsQuick ? QuickSeries : Series;
        (alarms, double sample, processor) = CaseRun.Timed(() => Test(series[..used], weeks, options));
        double whole = sample * Series / used,
            wholeProcessor = processor * Series / used;
        string how = run.IsQuick
            ? string.Create(CultureInfo.InvariantCulture, $"extrapolated from {used} series in {sample:0.00} s (--quick)")
            : "measured";
        await run.FigureAsync(
            $"the same, all {Tested} weeks: {whole:0} s, {wholeProcessor:0} s of processor time, {how}, {alarms / (double)used / Tested:0.0000} alarms a week",
            $"300 s",
            whole <= 300
        );
        await RivalAsync(run, series, sample * 1000 / used / Tested, stop);
        return 0;
    }

    private static async Task RivalAsync(CaseRun run, double[][] series, double ours, CancellationToken stop)
    {
        if (
            await run.RivalAsync(s => Rivals.RWithAsync("surveillance", s), "R's package surveillance (r-cran-surveillance)", stop)
            is not { } interpreter
        )
            return;
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(
                file,
                series.Take(RivalSeries).Select(s => string.Join(',', s.Select(c => c.ToString(CultureInfo.InvariantCulture)))),
                stop
            );
            MeasuredProcess process = await MeasuredProcess.RunAsync(
                interpreter,
                [Rivals.Script("farrington.R"), file, RivalWeeks.ToString(CultureInfo.InvariantCulture)],
                stop
            );
            if (process.ExitCode != 0)
                throw new InvalidOperationException("R failed: " + process.Errors);
            double theirs = double.Parse(process.Output.Trim(), CultureInfo.InvariantCulture) * 1000 / RivalSeries / RivalWeeks;
            await run.FigureAsync(
                $"a week of a series: ours {ours:0.0000} ms on {Environment.ProcessorCount} cores, R surveillance farringtonFlexible "
                    + $"{theirs:0.000} ms on one, largest working set {process.PeakMegabytes:0} MB; ratio R/ours {theirs / ours:0}",
                $"50",
                theirs >= 50 * ours
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static int Test(double[][] series, int[] weeks, FarringtonOptions options)
    {
        FarringtonBaseline[] baselines =
        [
            .. weeks.Select(w =>
                FarringtonBaseline.Find(w, options) ?? throw new UnreachableException("Every tested week has five years.")
            ),
        ];
        int alarms = 0;
        Parallel.For(
            0,
            series.Length,
            () => 0,
            (s, _, own) =>
            {
                foreach (FarringtonBaseline baseline in baselines)
                {
                    if (
                        PredictiveDetector.Test(series[s], baseline, options).Value is { } result
                        && result.PValue < options.Alpha
                        && result.IsGateOpen
                    )
                        own++;
                }

                return own;
            },
            own => Interlocked.Add(ref alarms, own)
        );
        return alarms;
    }

    // Means from .3 to 50 a week, a yearly season and variance up to three times the mean.
    private static double[] MakeUp(int seed)
    {
        var draws = new Draws(seed);
        double mean = 0.3 * Math.Pow(50 / 0.3, draws.Uniform()),
            season = 0.6 * draws.Uniform(),
            phase = draws.Uniform(),
            dispersion = 1 + (2 * draws.Uniform());
        return
        [
            .. Enumerable
                .Range(0, Weeks)
                .Select(w => (double)draws.Count(mean * Math.Exp(season * Math.Cos(2 * Math.PI * ((w / 52.0) - phase))), dispersion)),
        ];
    }
}
