using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.EndToEnd.Running;
using Xunit;

namespace SeizureIntel.EndToEnd.CommandLine;

/// <summary>What goes to a collector, and what never does.</summary>
[Collection(nameof(DemoFolder))]
public sealed class TelemetryTests(DemoFolder demo)
{
    // Metrics go every minute, and at the end; traces every five seconds.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(90);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_and_metrics_name_routes_and_nothing_that_was_typed()
    {
        using Collector collector = Collector.Start(FreePort());
        var environment = new Dictionary<string, string>
        {
            ["Telemetry__Endpoint"] = collector.Address.ToString(),
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "2000",
        };
        await using Served served = await Served.StartAsync(Executable.Product, demo.Data, Stop, environment);
        using HttpClient client = served.Client();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("typedagent/1.0");
        foreach (
            string address in new[]
            {
                "/api/v1/search?text=typedword&where=place_name=typedplace",
                "/search?text=typedword",
                "/api/v1/seizures/TYPEDID000000000",
                "/no/such/typedpath",
                "/api/v1/studies/coverage?from=2023-02-03&to=2024-05-06&wait=120",
            }
        )
            (await client.GetAsync(new Uri(address, UriKind.Relative), Stop)).Dispose();
        var patience = Stopwatch.StartNew();
        while (
            patience.Elapsed < Most
            && !(
                collector.Sent("/v1/traces").Contains("/api/v1/studies/{name}", StringComparison.Ordinal)
                && collector.Sent("/v1/metrics").Contains("seizureintel.study.duration", StringComparison.Ordinal)
            )
        )
            await Task.Delay(200, Stop);

        string traces = collector.Sent("/v1/traces"),
            metrics = collector.Sent("/v1/metrics");
        Assert.Contains("GET /api/v1/search", traces, StringComparison.Ordinal);
        Assert.Contains("/api/v1/seizures/{id}", traces, StringComparison.Ordinal);
        Assert.Contains("study coverage", traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("seizureintel.study.duration", metrics, StringComparison.Ordinal);
        foreach (string sent in new[] { traces, metrics })
        {
            Assert.DoesNotContain("typed", sent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("url.query", sent, StringComparison.Ordinal);
            Assert.DoesNotContain(served.Key, sent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Logs_are_one_JSON_object_a_line_where_that_is_asked_for()
    {
        Ended ended = await Executable.RunAsync(
            Executable.Product,
            ["verify", "--data", demo.Data, "--verbose", "--json"],
            Executable.Root,
            new Dictionary<string, string> { ["Telemetry__Logs"] = "Json" }
        );
        string[] lines = ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line =>
        {
            if (line[0] == '{')
                Assert.False(string.IsNullOrEmpty(JsonDocument.Parse(line).RootElement.GetProperty("Category").GetString()));
        });
        Assert.Equal(0, ended.ExitCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
