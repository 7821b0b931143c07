using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

namespace SeizureIntel.Tests.Search.Elasticsearch;

/// <summary>A real Elasticsearch: the one that <c>SEIZUREINTEL_ELASTICSEARCH</c> names, else a container where Docker answers, else the server that
/// stands beside the project, else none. What was started here is stopped at the end.</summary>
public sealed class FoundElasticsearch : IAsyncDisposable
{
    /// <summary>Names the address of a server that is there already.</summary>
    public const string Variable = "SEIZUREINTEL_ELASTICSEARCH";

    /// <summary>The official image; docker-compose.yml names the same.</summary>
    public const string Image = "docker.elastic.co/elasticsearch/elasticsearch:9.5.3";

    private const int Port = 9200;

    private readonly IContainer? _container;
    private readonly string? _script;
    private readonly string? _name;

    private FoundElasticsearch(string? endpoint, string how, IContainer? container = null, string? script = null, string? name = null)
    {
        Endpoint = endpoint;
        How = how;
        _container = container;
        _script = script;
        _name = name;
    }

    /// <summary>Its address; null where there is none.</summary>
    public string? Endpoint { get; }

    /// <summary>Where it came from; where there is none, why.</summary>
    public string How { get; }

    /// <summary>Looks for a server, and starts one where none is named.</summary>
    /// <param name="root">The project's folder, beside which a server may stand.</param>
    /// <param name="heap">Memory of a server that is started here, such as <c>512m</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<FoundElasticsearch> FindAsync(string root, string heap, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return new FoundElasticsearch(named, $"the server that {Variable} names");
        string why = $"{Variable} is not set";
        IContainer? container = null;
        try
        {
            container = new ContainerBuilder(Image)
                .WithEnvironment("discovery.type", "single-node")
                .WithEnvironment("xpack.security.enabled", "false")
                .WithEnvironment("ES_JAVA_OPTS", $"-Xms{heap} -Xmx{heap}")
                .WithPortBinding(Port, assignRandomHostPort: true)
                .WithWaitStrategy(
                    Wait.ForUnixContainer()
                        .UntilHttpRequestIsSucceeded(r => r.ForPort(Port).ForPath("/_cluster/health").WithMethod(HttpMethod.Get))
                )
                .Build();
            await container.StartAsync(cancellationToken);
            return new FoundElasticsearch(
                new UriBuilder("http", container.Hostname, container.GetMappedPublicPort(Port)).Uri.ToString(),
                $"a container of {Image}",
                container
            );
        }
        catch (Exception unavailable) when (unavailable is not OperationCanceledException)
        {
            if (container is not null)
                await container.DisposeAsync();
            why += $", Docker does not answer ({unavailable.GetType().Name})";
        }

        string script = Path.GetFullPath(Path.Combine(root, "..", "shared", "elasticsearch", "node"));
        if (!File.Exists(script))
            return new FoundElasticsearch(null, why + ", and no server stands beside the project");
        string name = $"tests-{Environment.ProcessId}";
        (int code, string output, string error) = await RunAsync(script, "start", "--name", name, "--heap", heap, "--fresh");
        string address = output.Trim().Split('\n')[^1];
        return code == 0 && Uri.IsWellFormedUriString(address, UriKind.Absolute)
            ? new FoundElasticsearch(address, "the server beside the project", script: script, name: name)
            : new FoundElasticsearch(null, $"{why}, and the server beside the project did not start: {error.Trim()}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_container is not null)
            await _container.DisposeAsync();
        if (_script is null || _name is null)
            return;
        await RunAsync(_script, "stop", "--name", _name);
        string folder = Path.Combine(Environment.GetEnvironmentVariable("SEIZURE_ES_HOME") ?? "/tmp/seizure-es", _name);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(script) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(),
            error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
