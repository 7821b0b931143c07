using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Concealment;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.Analytics.SmallArms;
using SeizureIntel.Analytics.Trends;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Queries;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Every study once over the whole folder.</summary>
internal static class StudiesCase
{
    // The simulator writes about 1.3 seizures a case.
    private const int Cases = 800_000;
    private const int QuickCases = 20_000;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        using BenchmarkFolder? folder = run.Option("--data") is not null
            ? await BenchmarkFolder.OpenAsync(arguments, output, stop)
            : await BenchmarkFolder.SimulatedAsync(run.Number("--cases", run.IsQuick ? QuickCases : Cases), 1, stop);
        if (folder is null) return 0;
        var scope = new StudyScope { Query = SeizureQuery.All };
        double total = 0;
        total += await Time("overview", new OverviewStudy(folder.Index, folder.CodeLists).RunAsync, scope, output, stop);
        total += await Time("coverage", new CoverageStudy(folder.Index).RunAsync, scope, output, stop);
        total += await Time("trends", new TrendStudy(folder.Index, folder.CodeLists).RunAsync, scope, output, stop);
        total += await Time("small-arms", new SmallArmsStudy(folder.Index, folder.CodeLists).RunAsync, scope, output, stop);
        total += await Time("routes", new RouteStudy(folder.Index, folder.CodeLists).RunAsync, scope, output, stop);
        total += await Time("concealment", new ConcealmentStudy(folder.Index, folder.CodeLists).RunAsync, scope, output, stop);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"all studies: {total:0.00} s"));
        return 0;
    }

    private static async Task<double> Time(string name, Func<StudyScope, CancellationToken, Task<StudyResult>> study, StudyScope scope, TextWriter output, CancellationToken stop)
    {
        long start = Stopwatch.GetTimestamp();
        StudyResult result = await study(scope, stop);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {result.Coverage.Seizures} seizures, {result.Findings.Count} findings, {seconds:0.00} s"));
        return seconds;
    }
}
