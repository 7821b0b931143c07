using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.CodeLists;
using SeizureIntel.Search.Embedded;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>A data folder to measure on: the one given with --data, else a file taken in afresh.</summary>
internal sealed class BenchmarkFolder : IDisposable
{
    private readonly bool _isOurs;

    private BenchmarkFolder(string path, bool isOurs)
    {
        Folder = path;
        _isOurs = isOurs;
        string lists = Path.Combine(Path.GetDirectoryName(Surroundings.Executable)!, "codelists");
        CodeLists = CodeListFiles.Parse(
            Directory.EnumerateFiles(lists, "*.csv").ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal)
        );
        Index = new EmbeddedIndex(path, CodeLists, TimeProvider.System, NullLogger<EmbeddedIndex>.Instance);
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The product's code lists.</summary>
    public CodeListSet CodeLists { get; }

    /// <summary>The folder's index.</summary>
    public EmbeddedIndex Index { get; }

    /// <summary>The answer sheet of a simulated folder; empty for another.</summary>
    public string Answers { get; private init; } = "";

    /// <summary>Opens the folder given with --data, else one with the file given with --file, else one with simulated rows.</summary>
    public static async Task<BenchmarkFolder> OpenAsync(CaseRun run, CancellationToken stop)
    {
        if (run.Option("--data") is { } given)
            return new BenchmarkFolder(Path.GetFullPath(given), false);
        InputFile file = await InputFile.ChooseAsync(run, stop);
        string folder = Directory.CreateTempSubdirectory("seizureintel-bench-").FullName;
        MeasuredProcess ingest = await MeasuredProcess.RunAsync(Surroundings.Executable, file.Ingest(folder), stop);
        if (ingest.ExitCode is not (0 or 3))
            throw new InvalidOperationException("The ingest before the measurement failed: " + ingest.Errors);
        return new BenchmarkFolder(folder, true);
    }

    /// <summary>Opens a folder that was taken in before; the caller removes it.</summary>
    public static BenchmarkFolder Opened(string path) => new(path, false);

    /// <summary>A folder with simulated cases in all sources' formats.</summary>
    public static async Task<BenchmarkFolder> SimulatedAsync(int cases, int seed, CancellationToken stop)
    {
        string data = Directory.CreateTempSubdirectory("seizureintel-bench-").FullName,
            raw = Directory.CreateTempSubdirectory("seizureintel-bench-raw-").FullName;
        string[] size = ["--cases", cases.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture)];
        MeasuredProcess simulate = await MeasuredProcess.RunAsync(
            Surroundings.Executable,
            ["simulate", .. size, "--out", raw, "--json"],
            stop
        );
        if (simulate.ExitCode != 0)
            throw new InvalidOperationException("The simulation before the measurement failed: " + simulate.Errors);
        string sheet = Path.Combine(raw, "answers.json"),
            answers = await File.ReadAllTextAsync(sheet, stop);
        string[] files = [.. Directory.EnumerateFiles(raw).Where(f => f != sheet).Order(StringComparer.Ordinal)];
        MeasuredProcess ingest = await MeasuredProcess.RunAsync(
            Surroundings.Executable,
            ["ingest", .. files, "--data", data, "--json"],
            stop
        );
        if (ingest.ExitCode is not (0 or 3))
            throw new InvalidOperationException("The ingest before the measurement failed: " + ingest.Errors);
        // The data folder alone is cleared at the end; a million raw rows need not wait for it.
        Directory.Delete(raw, true);
        return new BenchmarkFolder(data, true) { Answers = answers };
    }

    /// <summary>Closes the index and removes a folder of our own.</summary>
    public void Dispose()
    {
        Index.Dispose();
        if (_isOurs)
            Directory.Delete(Folder, true);
    }
}
