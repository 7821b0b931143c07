using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Storing;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Ports;
using SeizureIntel.Submissions;
using SeizureIntel.Tests.Etl.Storing;

namespace SeizureIntel.Tests.Fuzzing;

/// <summary>Sends changed files through the whole intake, and changed texts through the screen and the reader of texts.</summary>
/// <remarks>Nothing may be thrown: a file that cannot be read is refused with a reason. Nothing may take longer or more memory than is bearable for a
/// file of this size. Each run is named by its number, and a run of the same number has the same bytes.</remarks>
internal sealed class FileFuzz(
    CodeListSet lists,
    ScreeningLists screening,
    IReadOnlyList<SourceDescription> sources,
    SourceSuggester suggester,
    ITextReader reader
)
{
    // What a cell of a workbook may hold. The screen's cost grows with the square of some texts: 39 s for 100,000 letters "ad.ad.ad".
    private const int LongestText = 32_767;

    private const long MostBytesAllocated = 2L << 30;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly NarrativeMask _mask = new(screening);

    /// <summary>Folder that the changed files are written to, named by their runs; null keeps none.</summary>
    public string? KeptIn { get; init; }

    /// <summary>Runs until the time is over or so many runs are done.</summary>
    /// <param name="files">Files to change, with names.</param>
    /// <param name="texts">Texts to change.</param>
    /// <param name="firstRun">Number of the first run.</param>
    /// <param name="mostRuns">So many runs at most.</param>
    /// <param name="time">So long at most.</param>
    /// <param name="stop">Stops between two runs.</param>
    public async Task<FuzzReport> RunAsync(
        IReadOnlyList<(string Name, byte[] Bytes)> files,
        IReadOnlyList<string> texts,
        int firstRun,
        int mostRuns,
        TimeSpan time,
        CancellationToken stop
    )
    {
        if (KeptIn is not null)
            Directory.CreateDirectory(KeptIn);
        var report = new FuzzReport();
        var watch = Stopwatch.StartNew();
        for (int run = firstRun; run < firstRun + mostRuns && watch.Elapsed < time && !report.HasHung; run++)
        {
            stop.ThrowIfCancellationRequested();
            var random = new Random(run);
            // A text costs a thousandth of a file.
            if (random.Next(3) > 0)
            {
                string text = Mutation.Of(texts[random.Next(texts.Count)], random);
                text = text[..Math.Min(text.Length, LongestText)];
                await WatchedAsync(report, run, "text", () => Task.FromResult(ReadText(text)));
                continue;
            }

            (string name, byte[] bytes) = files[random.Next(files.Count)];
            byte[] changed = Mutation.Of(bytes, random);
            if (KeptIn is not null)
                await File.WriteAllBytesAsync(Path.Combine(KeptIn, $"{run}_{name}"), changed, stop);
            string? acceptedBy = random.Next(2) == 0 ? "fuzz" : null;
            await WatchedAsync(report, run, name, () => ReadFileAsync(name, changed, acceptedBy, stop));
        }

        return report;
    }

    private string ReadText(string text)
    {
        MaskedText masked = _mask.Mask(text);
        int read = reader.Read(masked.Text).Count;
        return read > 0 ? "text: read" : "text: nothing read";
    }

    private async Task<string> ReadFileAsync(string name, byte[] bytes, string? acceptedBy, CancellationToken stop)
    {
        var choice = new SourceChoice(new SourceShelf(sources, new MemorySources()), () => suggester, TimeProvider.System);
        var loader = new SubmissionLoader(new MemoryStore(), new MemoryArchive(), lists, screening, choice, TimeProvider.System);
        using var file = new MemoryStream(bytes, writable: false);
        LoadReport report = await loader.LoadAsync(
            new LoadRequest
            {
                File = file,
                FileName = name,
                ReporterDefault = "NL",
                AcceptedBy = acceptedBy,
            },
            null,
            stop
        );
        return $"{Path.GetExtension(name)}: {report.Status} {report.ErrorCode}".TrimEnd();
    }

    private static async Task WatchedAsync(FuzzReport report, int run, string name, Func<Task<string>> read)
    {
        long before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        Task<string> reading = Task.Run(read);
        if (await Task.WhenAny(reading, Task.Delay(Longest)) != reading)
        {
            report.Hung(run, name);
            return;
        }

        try
        {
            report.Ended(await reading, watch.Elapsed, name, run);
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception thrown) when (thrown is not OperationCanceledException)
#pragma warning restore CA1031
        {
            report.Threw(run, name, thrown);
        }

        long allocated = GC.GetTotalAllocatedBytes() - before;
        report.MostAllocated = Math.Max(report.MostAllocated, allocated);
        if (allocated > MostBytesAllocated)
            report.Failures.Add($"run {run} of {name}: {allocated >> 20} MiB allocated");
    }
}
