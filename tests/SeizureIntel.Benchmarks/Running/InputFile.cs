using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace SeizureIntel.Benchmarks.Running;

/// <summary>A file to take in, and the source it is read as; null to recognise it.</summary>
internal sealed record InputFile(string Path, string? Source)
{
    private const int Rows = 1_000_000;
    private const int QuickRows = 100_000;
    private const int Seed = 1;

    /// <summary>The file named with --file (and --source), else simulated rows of the template.</summary>
    /// <exception cref="FileNotFoundException">The file named is not there.</exception>
    public static async Task<InputFile> ChooseAsync(CaseRun run, CancellationToken stop)
    {
        if (run.Option("--file") is not { } named)
            return new InputFile(await SimulatedRows.FileAsync(run.IsQuick ? QuickRows : Rows, Seed, run.Output, stop), "template");
        return File.Exists(named)
            ? new InputFile(System.IO.Path.GetFullPath(named), run.Option("--source"))
            : throw new FileNotFoundException($"There is no file {named}; --file takes the path of a file to take in.");
    }

    /// <summary>The arguments of the product's verb that takes the file in.</summary>
    public string[] Ingest(string data) =>
        ["ingest", Path, .. Source is null ? [] : new[] { "--source", Source }, "--data", data, "--json"];
}
