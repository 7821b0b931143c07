using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Analytics.Concealment;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.Analytics.SmallArms;
using SeizureIntel.Analytics.Trends;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Embedded;
using SeizureIntel.Workbench.Studies.Kept;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Every study once over the whole folder, and what asking again costs.</summary>
internal static class StudiesCase
{
    // At this size the simulator writes about as many seizures as cases.
    private const int Cases = 1_030_000;
    private const int QuickCases = 20_000;
    private const int FewestSeizures = 1_000_000;
    private const double MostSeconds = 60;
    private const double MostCachedMilliseconds = 1000;
    private const int TimesAsked = 5;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        using BenchmarkFolder folder = run.Option("--data") is not null
            ? await BenchmarkFolder.OpenAsync(run, stop)
            : await BenchmarkFolder.SimulatedAsync(run.Number("--cases", run.IsQuick ? QuickCases : Cases), 1, stop);
        DirectoryInfo kept = Directory.CreateTempSubdirectory("seizureintel-bench-kept-");
        try
        {
            await MeasureAsync(run, folder, kept.FullName, stop);
        }
        finally
        {
            kept.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(CaseRun run, BenchmarkFolder folder, string kept, CancellationToken stop)
    {
        var scope = new StudyScope { Reader = Reader.Owner, Query = SeizureQuery.All };
        var cache = new StudyCache(kept);
        double seconds = 0,
            processor = 0,
            again = 0;
        int seizures = 0;
        foreach ((string name, Func<StudyScope, CancellationToken, Task<StudyResult>> study) in Studies(folder))
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            StudyResult result = await study(scope, stop);
            double taken = Stopwatch.GetElapsedTime(start).TotalSeconds,
                used = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            cache.Keep(Key(await folder.Index.VersionAsync(stop), name, scope), result);
            var asked = new List<double>();
            for (int time = 0; time < TimesAsked; time++)
                asked.Add(await AskAgainAsync(folder, kept, name, scope, stop));
            double cached = Spread.Quantile(asked, 0.5);
            await run.LineAsync(
                $"{name}: {result.Coverage.Seizures} seizures, {result.Findings.Count} findings, {taken:0.00} s, processor {used:0.00} s, "
                    + $"cached: {cached:0} ms, the first time {asked[0]:0} ms"
            );
            (seconds, processor, again, seizures) = (
                seconds + taken,
                processor + used,
                again + cached,
                Math.Max(seizures, result.Coverage.Seizures ?? 0)
            );
        }

        await run.FigureAsync(
            $"all studies over {seizures} seizures: {seconds:0.00} s, processor {processor:0.00} s, largest working set "
                + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MB",
            $"{FewestSeizures} seizures in {MostSeconds:0} s",
            seconds <= MostSeconds && (seizures >= FewestSeizures * 0.99 || run.IsQuick)
        );
        await run.FigureAsync(
            $"all studies asked again: cached: {again:0} ms",
            $"{MostCachedMilliseconds:0} ms",
            again <= MostCachedMilliseconds
        );
    }

    // As another process does: nothing is open and nothing is in memory.
    private static async Task<double> AskAgainAsync(
        BenchmarkFolder folder,
        string kept,
        string name,
        StudyScope scope,
        CancellationToken stop
    )
    {
        using var index = new EmbeddedIndex(folder.Folder, folder.CodeLists, TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);
        long start = Stopwatch.GetTimestamp();
        StudyResult? again = new StudyCache(kept).Find(Key(await index.VersionAsync(stop), name, scope));
        return again is null
            ? throw new InvalidOperationException($"The study {name} was not kept.")
            : Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Key(string? version, string name, StudyScope scope) =>
        StudyKey.Of(typeof(EmbeddedIndex), "bench", version ?? "unnamed", name, scope);

    private static IEnumerable<(string Name, Func<StudyScope, CancellationToken, Task<StudyResult>> Run)> Studies(BenchmarkFolder folder) =>
        [
            (OverviewStudy.Name, new OverviewStudy(folder.Index, folder.CodeLists).RunAsync),
            (CoverageStudy.Name, new CoverageStudy(folder.Index).RunAsync),
            (TrendStudy.Name, new TrendStudy(folder.Index, folder.CodeLists).RunAsync),
            (SmallArmsStudy.Name, new SmallArmsStudy(folder.Index, folder.CodeLists).RunAsync),
            (RouteStudy.Name, new RouteStudy(folder.Index, folder.CodeLists).RunAsync),
            (ConcealmentStudy.Name, new ConcealmentStudy(folder.Index, folder.CodeLists).RunAsync),
        ];
}
