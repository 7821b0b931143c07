using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging.Abstractions;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.CodeLists;
using SeizureIntel.Search.Elasticsearch;
using SeizureIntel.Search.Settings;

namespace SeizureIntel.Benchmarks.Engines;

/// <summary>The cluster that is measured, spoken to without the product's client; what was made in it is removed at the end.</summary>
internal sealed class BenchmarkCluster(string endpoint) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(endpoint.TrimEnd('/') + "/"), Timeout = TimeSpan.FromMinutes(10) };
    private readonly string _prefix = string.Create(CultureInfo.InvariantCulture, $"bench-{Environment.ProcessId}");
    private int _made;

    /// <summary>Settings of the product for indices of their own.</summary>
    public ElasticsearchOptions NewOptions() =>
        new()
        {
            Endpoints = endpoint,
            Prefix = string.Create(CultureInfo.InvariantCulture, $"{_prefix}-{++_made}"),
            Replicas = 0,
            TimeoutSeconds = 600,
        };

    /// <summary>The product's index over such settings.</summary>
    public static ElasticsearchIndex Open(ElasticsearchOptions options, CodeListSet lists) =>
        new(options, lists, TimeProvider.System, NullLogger<ElasticsearchIndex>.Instance);

    /// <summary>Sends a request and reads the answer.</summary>
    /// <exception cref="HttpRequestException">The cluster refused it.</exception>
    public async Task<JsonElement> AskAsync(HttpMethod method, string path, JsonNode? body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await _http.SendAsync(request, stop);
        answer.EnsureSuccessStatusCode();
        byte[] text = await answer.Content.ReadAsByteArrayAsync(stop);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Sends lines of a bulk request and reads the answer to its end; nothing of it is looked at but whether all was taken.</summary>
    /// <exception cref="InvalidOperationException">A document was refused.</exception>
    public async Task SendAsync(byte[] lines, CancellationToken stop)
    {
        using var content = new ByteArrayContent(lines);
        content.Headers.ContentType = new("application/x-ndjson");
        using HttpResponseMessage answer = await _http.PostAsync("_bulk", content, stop);
        answer.EnsureSuccessStatusCode();
        byte[] text = await answer.Content.ReadAsByteArrayAsync(stop);
        if (text.AsSpan().IndexOf("\"errors\":true"u8) >= 0)
            throw new InvalidOperationException("The cluster refused a document of the bare loader.");
    }

    /// <summary>Bytes of the primary shards of all indices that begin so, once they are written to disk.</summary>
    public async Task<long> BytesAsync(string prefix, CancellationToken stop)
    {
        await AskAsync(HttpMethod.Post, $"{prefix}-*/_flush", null, stop);
        JsonElement listed = await AskAsync(HttpMethod.Get, $"_cat/indices/{prefix}-*?format=json&bytes=b&h=pri.store.size", null, stop);
        return listed.EnumerateArray().Sum(i => long.Parse(i.GetProperty("pri.store.size").GetString()!, CultureInfo.InvariantCulture));
    }

    /// <summary>Megabytes of the heap in use and at most, and resident of the process, 0 where it runs elsewhere.</summary>
    public async Task<(double Used, double Most, double Resident)> MemoryAsync(CancellationToken stop)
    {
        JsonElement stats = await AskAsync(HttpMethod.Get, "_nodes/stats/jvm", null, stop),
            processes = await AskAsync(HttpMethod.Get, "_nodes/process", null, stop);
        JsonElement[] heaps = [.. stats.GetProperty("nodes").EnumerateObject().Select(n => n.Value.GetProperty("jvm").GetProperty("mem"))];
        double Megabytes(string name) => heaps.Sum(h => h.GetProperty(name).GetInt64()) / 1048576.0;
        return (
            Megabytes("heap_used_in_bytes"),
            Megabytes("heap_max_in_bytes"),
            processes
                .GetProperty("nodes")
                .EnumerateObject()
                .Sum(n => MeasuredProcess.PeakOf(n.Value.GetProperty("process").GetProperty("id").GetInt32()))
        );
    }

    /// <summary>Removes all indices that begin so.</summary>
    public async Task DropAsync(string prefix, CancellationToken stop)
    {
        JsonElement listed = await AskAsync(
            HttpMethod.Get,
            $"_cat/indices/{prefix}-*?format=json&h=index&expand_wildcards=all",
            null,
            stop
        );
        foreach (string name in (List<string>)[.. listed.EnumerateArray().Select(i => i.GetProperty("index").GetString()!)])
            await AskAsync(HttpMethod.Delete, name, null, stop);
    }

    public void Dispose()
    {
        try
        {
            DropAsync(_prefix, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (HttpRequestException)
        {
            // A server that is gone holds nothing any more.
        }

        _http.Dispose();
    }
}
