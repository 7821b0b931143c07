using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.App;
using SeizureIntel.App.Workspaces;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Benchmarks.Texts;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Ports;
using SeizureIntel.Tests.Fuzzing;

namespace SeizureIntel.Benchmarks.Cases;

/// <summary>Changed files and texts for some minutes: none may crash, hang or use memory without bound.</summary>
internal static class FuzzCase
{
    private const int UsualMinutes = 10;
    private const double MostMegabytes = 2048;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        int minutes = run.Number("--minutes", run.IsQuick ? 1 : UsualMinutes),
            first = run.Number("--first", 1),
            most = run.Number("--runs", int.MaxValue - first);
        string installed = AppContext.BaseDirectory,
            listsFolder = Path.Combine(installed, "codelists");
        CodeListSet lists = Composition.CodeLists(listsFolder);
        ScreeningLists screening = Composition.Screening(Path.Combine(installed, "screening"), Path.Combine(installed, "screening-own"));
        ITextReader reader = TextReaders.Lexicon(lists, listsFolder);
        var suggester = new SourceSuggester(lists, screening, Composition.Words(listsFolder), Composition.Goods(listsFolder, lists));
        var fuzz = new FileFuzz(lists, screening, Composition.Sources(Path.Combine(installed, "sources")), suggester, reader)
        {
            KeptIn = run.Option("--keep"),
        };
        string[] texts = [.. (await LabelFile.RowsAsync("narratives.csv", stop)).Select(r => r[3])];
        var watch = Stopwatch.StartNew();
        FuzzReport report = await fuzz.RunAsync(
            FuzzSeeds.Files(Surroundings.Root),
            texts,
            first,
            most,
            TimeSpan.FromMinutes(minutes),
            stop
        );
        double peak = MeasuredProcess.PeakOf(Environment.ProcessId);
        await run.LineAsync(
            CaseRun.Line($"{report.Outcomes.Values.Sum()} runs ended in {watch.Elapsed.TotalMinutes:0.0} min, numbered from {first}")
        );
        foreach ((string outcome, int times) in report.Outcomes)
            await run.LineAsync(CaseRun.Line($"  {outcome}: {times}"));
        await run.LineAsync(CaseRun.Line($"slowest: {report.Slowest.Run}, {report.Slowest.Took.TotalSeconds:0.0} s"));
        await run.LineAsync(CaseRun.Line($"most allocated by one run: {report.MostAllocated >> 20} MiB"));
        bool isBounded = peak <= MostMegabytes;
        await run.FigureAsync(CaseRun.Line($"peak memory: {peak:0} MB"), "2,048", isBounded);
        await run.FigureAsync($"crashes and hangs: {report.Failures.Count}", "0", report.Failures.Count == 0);
        foreach (string failure in report.Failures.Take(50))
            await run.LineAsync("  " + failure);
        return report.Failures.Count == 0 && isBounded ? 0 : 1;
    }
}
