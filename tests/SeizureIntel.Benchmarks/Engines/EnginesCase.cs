using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Million;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Tests.Search.Elasticsearch;

namespace SeizureIntel.Benchmarks.Engines;

/// <summary>Both engines of search and counting on the same seizures, in one run: feed, searches, tabulations, memory and size.</summary>
internal static class EnginesCase
{
    private const int Rows = 1_000_000;
    private const int QuickRows = 100_000;
    private const double LeastFeedRatio = 0.7;

    /// <summary>A million rows; <c>--quick</c> a tenth of them, <c>--rows N</c> another number, <c>--data FOLDER</c> a folder that was taken in
    /// before, <c>--heap SIZE</c> the memory of a server that is started here.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken stop)
    {
        var run = new CaseRun(arguments, output);
        await using FoundElasticsearch server = await FoundElasticsearch.FindAsync(Surroundings.Root, run.Option("--heap") ?? "2g", stop);
        if (server.Endpoint is not { } endpoint)
        {
            await run.LineAsync($"engines: skipped, no Elasticsearch ({server.How})");
            return 0;
        }

        await run.LineAsync($"Elasticsearch: {server.How}");
        using var work = new PassingFolder();
        string data = run.Option("--data") is { } given ? Path.GetFullPath(given) : await TakenInAsync(run, work.At("data"), stop);
        using BenchmarkFolder folder = BenchmarkFolder.Opened(data);
        using var cluster = new BenchmarkCluster(endpoint);
        FeedFigures feed = await FeedMeasure.RunAsync(folder, cluster, stop);
        await run.FigureAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"feed of {feed.Documents:N0} seizures ({feed.Bytes / (double)feed.Documents:N0} bytes each), median of {feed.Rounds}: "
                    + $"{feed.Ours.DocumentsASecond:N0} a second and {feed.Ours.ProcessorSeconds:0.0} s of the processor; a bare loader of the "
                    + $"same bytes {feed.Bare.DocumentsASecond:N0} and {feed.Bare.ProcessorSeconds:0.0} s; ratio {feed.Ratio:0.00}"
            ),
            string.Create(CultureInfo.InvariantCulture, $"ratio {LeastFeedRatio}"),
            feed.Ratio >= LeastFeedRatio
        );
        await run.FigureAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the same by batches as intake feeds them, each searchable before the next: {feed.Intake.DocumentsASecond:N0} a second, "
                    + $"{feed.Intake.ProcessorSeconds:0.0} s of the processor; ratio {feed.IntakeRatio:0.00}"
            ),
            string.Create(CultureInfo.InvariantCulture, $"ratio {LeastFeedRatio}"),
            feed.IntakeRatio >= LeastFeedRatio
        );
        await AnswerTimes.RunAsync(run, folder, cluster, stop);
        return 0;
    }

    private static async Task<string> TakenInAsync(CaseRun run, string data, CancellationToken stop)
    {
        string file = await SimulatedRows.FileAsync(run.Number("--rows", run.IsQuick ? QuickRows : Rows), 1, run.Output, stop);
        MeasuredProcess ingest = await MeasuredProcess.RunAsync(
            Surroundings.Executable,
            ["ingest", file, "--source", "template", "--data", data, "--json"],
            stop
        );
        return ingest.ExitCode is 0 or 3
            ? data
            : throw new InvalidOperationException("The ingest before the measurement failed: " + ingest.Errors);
    }
}
