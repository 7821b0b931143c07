using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Elastic.Transport;
using SeizureIntel.Search.Settings;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>The indices by name: one a year, all years of a generation behind one alias; a rebuild makes a new generation and swaps the alias.</summary>
internal sealed class Indices(Cluster cluster, ElasticsearchOptions options, TimeProvider time)
{
    // Indices known to exist; a cluster that lost one says so when it is written to.
    private readonly ConcurrentDictionary<string, byte> _known = new(StringComparer.Ordinal);

    /// <summary>What readers ask: all years of the present generation.</summary>
    public string Present => $"{options.Prefix}-seizures";

    private string Everything => $"{options.Prefix}-seizures-*";

    /// <summary>The name of a generation that does not exist yet.</summary>
    public string NewGeneration() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Prefix}-seizures-{time.GetUtcNow().UtcDateTime:yyyyMMddHHmmssfff}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}"
        );

    /// <summary>The index in which a generation keeps a year.</summary>
    public static string Of(string generation, int year) => string.Create(CultureInfo.InvariantCulture, $"{generation}-{year:0000}");

    /// <summary>The generation behind the alias; null before the first feed.</summary>
    public async Task<string?> GenerationAsync(CancellationToken stop)
    {
        using JsonDocument? found = await cluster.AskAsync(HttpMethod.GET, $"_alias/{Present}", null, stop, isOptional: true);
        HashSet<string> there = found is null ? [] : [.. found.RootElement.EnumerateObject().Select(i => i.Name)];
        string? generation = there.Order(StringComparer.Ordinal).Select(GenerationOf).FirstOrDefault();

        // A bulk request to an index that somebody deleted would make one without our mapping, that nobody reads.
        foreach (string name in _known.Keys.Where(n => !there.Contains(n) && (generation is null || GenerationOf(n) == generation)))
            _known.TryRemove(name, out _);
        return generation;
    }

    /// <summary>Makes the index of a year where there is none; behind the alias at once unless it is being built.</summary>
    public async Task EnsureAsync(string generation, int year, bool isBuilding, CancellationToken stop)
    {
        string name = Of(generation, year);
        if (_known.ContainsKey(name))
            return;
        JsonObject body = SeizureMapping.Index(options, isBuilding);
        if (!isBuilding)
            body["aliases"] = new JsonObject { [Present] = new JsonObject() };
        try
        {
            using JsonDocument? made = await cluster.AskAsync(HttpMethod.PUT, name, body, stop);
        }
        catch (ClusterException refused) when (refused.Type == "resource_already_exists_exception")
        {
            // Another process was first.
        }

        _known.TryAdd(name, 0);
    }

    /// <summary>Forgets which indices exist, after the cluster refused a write to one.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Gives a built generation its copies and its refreshing.</summary>
    public async Task OpenAsync(string generation, CancellationToken stop)
    {
        var settings = new JsonObject
        {
            ["index"] = new JsonObject { ["number_of_replicas"] = options.Replicas, ["refresh_interval"] = "30s" },
        };
        using JsonDocument? set = await cluster.AskAsync(HttpMethod.PUT, $"{generation}-*/_settings?allow_no_indices=true", settings, stop);
        await RefreshAsync($"{generation}-*", stop);
    }

    /// <summary>Makes what was written visible.</summary>
    public async Task RefreshAsync(string indices, CancellationToken stop)
    {
        using JsonDocument? refreshed = await cluster.AskAsync(
            HttpMethod.POST,
            $"{indices}/_refresh?ignore_unavailable=true&allow_no_indices=true",
            null,
            stop
        );
    }

    /// <summary>Puts a generation behind the alias in the place of all others, in one step, and removes those.</summary>
    public async Task SwapAsync(string generation, CancellationToken stop)
    {
        IReadOnlyList<string> all = await AllAsync(stop);
        using JsonDocument? behind = await cluster.AskAsync(HttpMethod.GET, $"_alias/{Present}", null, stop, isOptional: true);
        string[] old = behind is null ? [] : [.. behind.RootElement.EnumerateObject().Select(i => i.Name)];
        var actions = new JsonArray();
        foreach (string name in all.Where(n => GenerationOf(n) == generation))
            actions.Add(Action("add", name));
        foreach (string name in old.Where(n => GenerationOf(n) != generation))
            actions.Add(Action("remove", name));
        if (actions.Count > 0)
        {
            using JsonDocument? swapped = await cluster.AskAsync(
                HttpMethod.POST,
                "_aliases",
                new JsonObject { ["actions"] = actions },
                stop
            );
        }

        await DropAsync([.. all.Where(n => GenerationOf(n) != generation)], stop);
    }

    /// <summary>Removes the indices of a generation that came to nothing.</summary>
    public async Task DropGenerationAsync(string generation, CancellationToken stop) =>
        await DropAsync([.. (await AllAsync(stop)).Where(n => GenerationOf(n) == generation)], stop);

    private JsonObject Action(string verb, string index) =>
        new()
        {
            [verb] = new JsonObject { ["index"] = index, ["alias"] = Present },
        };

    private async Task<IReadOnlyList<string>> AllAsync(CancellationToken stop)
    {
        using JsonDocument found = await cluster.GetAsync(
            HttpMethod.GET,
            $"_cat/indices/{Everything}?format=json&h=index&expand_wildcards=all",
            null,
            stop
        );
        return [.. found.RootElement.EnumerateArray().Select(i => i.GetProperty("index").GetString()!).Order(StringComparer.Ordinal)];
    }

    private async Task DropAsync(IReadOnlyList<string> names, CancellationToken stop)
    {
        foreach (string name in names)
        {
            using JsonDocument? dropped = await cluster.AskAsync(HttpMethod.DELETE, name, null, stop, isOptional: true);
            _known.TryRemove(name, out _);
        }
    }

    private static string GenerationOf(string index) => index[..index.LastIndexOf('-')];
}
