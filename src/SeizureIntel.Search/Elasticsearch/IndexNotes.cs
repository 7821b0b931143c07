using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Elastic.Transport;
using SeizureIntel.Search.Settings;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>What all processes must know of the index: the name of what it holds, and the generation that a rebuild is filling.</summary>
internal sealed class IndexNotes(Cluster cluster, ElasticsearchOptions options, TimeProvider time)
{
    // A rebuild that has not written for so long is dead.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private string Index => $"{options.Prefix}-notes";

    /// <summary>The name of what the index holds; "empty" before the first feed.</summary>
    public async Task<string> VersionAsync(CancellationToken stop)
    {
        using JsonDocument? note = await cluster.AskAsync(
            HttpMethod.GET,
            $"{Index}/_source/version",
            null,
            stop,
            isOptional: true,
            isSmall: true
        );
        return note?.RootElement.GetProperty("value").GetString() ?? "empty";
    }

    /// <summary>Gives what the index holds another name: called before and after every change, so that no name stands for half of one.</summary>
    public async Task RenameAsync(CancellationToken stop)
    {
        var note = new JsonObject { ["value"] = RandomNumberGenerator.GetHexString(32, lowercase: true), ["at"] = Now() };
        using JsonDocument? kept = await cluster.AskAsync(HttpMethod.PUT, $"{Index}/_doc/version", note, stop);
    }

    /// <summary>The generation that a living rebuild is filling; null where there is none. What is fed meanwhile is written into it too.</summary>
    public async Task<string?> BuildingAsync(CancellationToken stop)
    {
        using JsonDocument? note = await cluster.AskAsync(
            HttpMethod.GET,
            $"{Index}/_source/rebuild",
            null,
            stop,
            isOptional: true,
            isSmall: true
        );
        return note is not null && IsAlive(note.RootElement) ? note.RootElement.GetProperty("value").GetString() : null;
    }

    /// <summary>Says that a rebuild begins.</summary>
    /// <exception cref="InvalidOperationException">Another one is at work.</exception>
    public async Task BeginAsync(string generation, CancellationToken stop)
    {
        string taken = "";
        using (JsonDocument? note = await cluster.AskAsync(HttpMethod.GET, $"{Index}/_doc/rebuild", null, stop, isOptional: true))
        {
            if (note is not null && note.RootElement.GetProperty("found").GetBoolean())
            {
                if (IsAlive(note.RootElement.GetProperty("_source")))
                    throw Busy();
                taken = string.Create(
                    CultureInfo.InvariantCulture,
                    $"?if_seq_no={note.RootElement.GetProperty("_seq_no").GetInt64()}"
                        + $"&if_primary_term={note.RootElement.GetProperty("_primary_term").GetInt64()}"
                );
            }
        }

        try
        {
            string path = taken.Length == 0 ? $"{Index}/_create/rebuild" : $"{Index}/_doc/rebuild{taken}";
            using JsonDocument? kept = await cluster.AskAsync(HttpMethod.PUT, path, Note(generation), stop);
        }
        catch (ClusterException refused) when (refused.Status == 409)
        {
            throw Busy();
        }
    }

    /// <summary>Says that the rebuild goes on.</summary>
    public async Task TouchAsync(string generation, CancellationToken stop)
    {
        using JsonDocument? kept = await cluster.AskAsync(HttpMethod.PUT, $"{Index}/_doc/rebuild", Note(generation), stop);
    }

    /// <summary>Says that no rebuild is at work.</summary>
    public async Task EndAsync(CancellationToken stop)
    {
        using JsonDocument? gone = await cluster.AskAsync(HttpMethod.DELETE, $"{Index}/_doc/rebuild", null, stop, isOptional: true);
    }

    private static InvalidOperationException Busy() =>
        new("Another process is rebuilding the index; wait for its end, then start reindex again.");

    private JsonObject Note(string generation) => new() { ["value"] = generation, ["at"] = Now() };

    private string Now() => time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private bool IsAlive(JsonElement note) =>
        time.GetUtcNow() - DateTimeOffset.Parse(note.GetProperty("at").GetString()!, CultureInfo.InvariantCulture) < Patience;
}
