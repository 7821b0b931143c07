using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Search.Settings;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>The product as a process of its own, over a data folder and a cluster.</summary>
/// <param name="dataFolder">The data folder.</param>
/// <param name="options">Which indices.</param>
/// <param name="endpoint">Where it finds the cluster; often a proxy.</param>
/// <param name="further">Settings beside, such as <c>Search__UnavailableSeconds</c>.</param>
internal sealed class AppProcess(
    string dataFolder,
    ElasticsearchOptions options,
    string endpoint,
    params (string Name, string Value)[] further
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Debug beside debug, release beside release.
    private static string Program { get; } =
        Path.Combine(
            House.Root,
            "artifacts/bin/SeizureIntel.App",
            Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')),
            "SeizureIntel.App"
        );

    /// <summary>Starts a verb; the data folder is added to its arguments.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program)
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments.Concat(["--data", dataFolder]))
            start.ArgumentList.Add(argument);
        foreach (
            (string name, string value) in new[]
            {
                ("Search__Kind", "Elasticsearch"),
                ("Search__Elasticsearch__Endpoints", endpoint),
                ("Search__Elasticsearch__Prefix", options.Prefix),
                ("Search__Elasticsearch__Replicas", "0"),
                // The site of other classes looks for nothing by itself, and says so in the environment that all share.
                ("Search__LookSeconds", "5"),
                ("Storage__OutboxBatchCases", "400"),
            }.Concat(further)
        )
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
    }

    /// <summary>Runs a verb to its end.</summary>
    public async Task<Ended> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        return await EndAsync(process);
    }

    /// <summary>Waits for the end of a process.</summary>
    public static async Task<Ended> EndAsync(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync(Stop),
            errors = process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop).WaitAsync(Patience, Stop);
        return new Ended(process.ExitCode, await output, await errors);
    }

    /// <summary>Takes a file in, which must end well, and gives the load report.</summary>
    public async Task<JsonElement> IngestAsync(string file) => Report(await RunAsync("ingest", file, "--json"));

    /// <summary>The load report of an ingest that ended well.</summary>
    public static JsonElement Report(Ended ended)
    {
        Assert.True(ended.ExitCode == 0, ended.ToString());
        return JsonDocument.Parse(ended.Output).RootElement.GetProperty("submissions")[0].Clone();
    }

    /// <summary>Ends a process as a power cut would, once something has happened.</summary>
    public static async Task KillAsync(Process process, Task once)
    {
        Task ended = process.WaitForExitAsync(Stop);
        if (await Task.WhenAny(once, ended).WaitAsync(Patience, Stop) == ended)
            Assert.Fail($"It ended before it could be killed: {await process.StandardError.ReadToEndAsync(Stop)}");
        process.Kill(entireProcessTree: true);
        await ended;
    }

    /// <summary>A process that has ended.</summary>
    public sealed record Ended(int ExitCode, string Output, string Errors);
}
