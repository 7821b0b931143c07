using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Search.Settings;
using SeizureIntel.Tests.Architecture;
using SeizureIntel.Tests.Search.Elasticsearch;
using Xunit;

[assembly: AssemblyFixture(typeof(ElasticsearchServer))]

namespace SeizureIntel.Tests.Search.Elasticsearch;

/// <summary>A real Elasticsearch for the tests: the one that <c>SEIZUREINTEL_ELASTICSEARCH</c> names, else one that is started here and stopped at
/// the end.</summary>
public sealed class ElasticsearchServer : IAsyncDisposable
{
    private static int s_prefixes;

    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly string _name = $"tests-{Environment.ProcessId}";
    private string? _endpoint;
    private string? _why;
    private bool _isOurs;
    private ISeizureIndex? _shared;

    private static string Script => Path.Combine(House.Root, "..", "shared", "elasticsearch", "node");

    /// <summary>Options for indices that no other test sees; skips the test, saying why, where there is no server.</summary>
    public async Task<ElasticsearchOptions> OptionsAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_endpoint is null && _why is null)
                await FindAsync();
        }
        finally
        {
            _starting.Release();
        }

        if (_endpoint is null)
            Assert.Skip($"Skipped: no Elasticsearch ({_why}).");
        return new ElasticsearchOptions
        {
            Endpoints = _endpoint,
            Prefix = $"test-{Environment.ProcessId}-{Interlocked.Increment(ref s_prefixes)}",
            Replicas = 0,
        };
    }

    /// <summary>An index made once for all who only read it.</summary>
    public async Task<ISeizureIndex> SharedAsync(Func<Task<ISeizureIndex>> make)
    {
        await _starting.WaitAsync();
        try
        {
            return _shared ??= await make();
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        (_shared as IDisposable)?.Dispose();
        if (_isOurs)
        {
            await RunAsync("stop", "--name", _name);
            string folder = Path.Combine(Environment.GetEnvironmentVariable("SEIZURE_ES_HOME") ?? "/tmp/seizure-es", _name);
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }

        _starting.Dispose();
    }

    private async Task FindAsync()
    {
        if (Environment.GetEnvironmentVariable("SEIZUREINTEL_ELASTICSEARCH") is { Length: > 0 } named)
        {
            _endpoint = named;
            return;
        }

        if (!File.Exists(Script))
        {
            _why = "SEIZUREINTEL_ELASTICSEARCH is not set and no server stands beside the project";
            return;
        }

        (int code, string output, string error) = await RunAsync("start", "--name", _name, "--heap", "512m", "--fresh");
        string address = output.Trim().Split('\n')[^1];
        _isOurs = code == 0;
        if (code == 0 && Uri.IsWellFormedUriString(address, UriKind.Absolute))
            _endpoint = address;
        else
            _why = $"the server beside the project did not start: {error.Trim()}";
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Script) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(),
            error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
