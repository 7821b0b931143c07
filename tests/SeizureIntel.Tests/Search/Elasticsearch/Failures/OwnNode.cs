using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Search.Settings;
using SeizureIntel.Tests.Architecture;
using Xunit;

namespace SeizureIntel.Tests.Search.Elasticsearch.Failures;

/// <summary>A node that belongs to one class of tests, since they kill it or fill its disk: the server beside the project, on a port that stays.</summary>
public sealed class OwnNode : IAsyncLifetime
{
    private readonly string _name = $"own-{Environment.ProcessId}";
    private string? _endpoint;
    private string? _why;

    private static string Script => Path.Combine(House.Root, "..", "shared", "elasticsearch", "node");

    /// <summary>Options for indices of a test; skips it, saying why, where there is no such server.</summary>
    public ElasticsearchOptions Options(string prefix)
    {
        if (_endpoint is null)
            Assert.Skip($"Skipped: no Elasticsearch that may be killed ({_why}).");
        return new ElasticsearchOptions
        {
            Endpoints = _endpoint,
            Prefix = prefix,
            Replicas = 0,
        };
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Script))
        {
            _why = "no server stands beside the project";
            return;
        }

        (int code, string output) = await RunAsync("start", "--heap", "512m", "--fresh");
        if (code == 0)
            _endpoint = output;
        else
            _why = output;
    }

    /// <summary>Ends the node as a power cut would.</summary>
    public Task KillAsync() => RunAsync("kill");

    /// <summary>Starts it again with the data that it had, at the same address; done when it answers.</summary>
    public Task StartAsync() =>
        RunAsync("start", "--heap", "512m", "--port", new Uri(_endpoint!).Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public async ValueTask DisposeAsync()
    {
        if (_endpoint is null)
            return;
        await RunAsync("stop");
        string folder = Path.Combine(Environment.GetEnvironmentVariable("SEIZURE_ES_HOME") ?? "/tmp/seizure-es", _name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private async Task<(int Code, string LastLine)> RunAsync(string verb, params string[] arguments)
    {
        var start = new ProcessStartInfo(Script) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments.Prepend(verb).Concat(["--name", _name]))
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None),
            errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, (process.ExitCode == 0 ? await output : await errors).Trim().Split('\n')[^1]);
    }
}
