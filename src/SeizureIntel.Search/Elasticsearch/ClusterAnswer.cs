using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>What the cluster said.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as received; may be empty.</param>
internal readonly record struct ClusterAnswer(int Status, byte[] Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The error of a cluster or an index that is read-only, such as after a disk ran full.</summary>
    public const string Blocked = "cluster_block_exception";

    // What a cluster says while a node or a shard comes or goes. Several come as 400, 404 or 500, and none is the fault of what was asked.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "already_closed_exception",
        "connect_transport_exception",
        "engine_closed_exception",
        "failed_node_exception",
        "illegal_index_shard_state_exception",
        "index_shard_closed_exception",
        "index_shard_not_recovering_exception",
        "index_shard_not_started_exception",
        "index_shard_recovering_exception",
        "master_not_discovered_exception",
        "no_node_available_exception",
        "no_shard_available_action_exception",
        "node_closed_exception",
        "node_disconnected_exception",
        "node_not_connected_exception",
        "not_master_exception",
        "process_cluster_event_timeout_exception",
        "receive_timeout_transport_exception",
        "search_context_missing_exception",
        "send_request_transport_exception",
        "shard_not_found_exception",
        "shard_not_in_primary_mode_exception",
        "task_cancelled_exception",
        "timeout_exception",
        "unavailable_shards_exception",
    };

    /// <summary>True where the same request may be taken later: the cluster is busy, or a node or a shard is on its way.</summary>
    public bool IsBusy => Status is 429 or 502 or 503 or 504 || (!IsSuccess && ErrorTypes().Any(IsPassing));

    /// <summary>Why the cluster takes nothing of anybody until an operator mends it; null where it is not so.</summary>
    public string? ShutBecause() => IsSuccess ? null : ShutBecause(Status, ErrorType());

    /// <summary>The same for an item of a bulk request.</summary>
    /// <param name="status">Its HTTP status.</param>
    /// <param name="errorType">The type of its error.</param>
    public static string? ShutBecause(int status, string errorType) =>
        status switch
        {
            // With 503 a cluster says so that is just starting.
            403 or 429 when errorType == Blocked => "it takes nothing, since an index is read-only or a disk is full",
            401 or 403 => $"it does not let us in or has no such right for us ({errorType}, {status})",
            _ => null,
        };

    /// <summary>True where the request was too large.</summary>
    public bool IsTooLarge => Status == 413;

    /// <summary>True for the type of an error that passes by itself.</summary>
    /// <param name="errorType">The type, of a request or of an item of a bulk request.</param>
    public static bool IsPassing(string errorType) => Passing.Contains(errorType);

    /// <summary>The body; null where it is no JSON, such as one that was cut off in the middle.</summary>
    public JsonDocument? Json()
    {
        try
        {
            return JsonDocument.Parse(Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True for an answer of some shards alone: what it counts is too little. A write is whole where its first copy is kept.</summary>
    /// <param name="body">The body of a success.</param>
    public static bool IsPartial(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && (
            (body.TryGetProperty("timed_out", out JsonElement isLate) && isLate.ValueKind == JsonValueKind.True)
            || (
                !body.TryGetProperty("result", out _)
                && body.TryGetProperty("_shards", out JsonElement shards)
                && shards.TryGetProperty("failed", out JsonElement failed)
                && failed.GetInt32() > 0
            )
        );

    /// <summary>The type of the error, such as <c>index_not_found_exception</c>; never its text, which may quote a document.</summary>
    public string ErrorType()
    {
        using JsonDocument? body = Json();
        return body is null ? "unreadable"
            : Error(body) is { } error ? TypeOf(error) ?? "unknown"
            : "unknown";
    }

    // The error's own type and those of its first causes: the failure of a search is that of its shards.
    private List<string> ErrorTypes()
    {
        using JsonDocument? body = Json();
        if (body is null || Error(body) is not { } error)
            return [];
        IEnumerable<JsonElement> causes =
            error.TryGetProperty("root_cause", out JsonElement first) && first.ValueKind == JsonValueKind.Array
                ? first.EnumerateArray()
                : [];
        return [.. causes.Prepend(error).Select(TypeOf).OfType<string>()];
    }

    private static JsonElement? Error(JsonDocument body) =>
        body.RootElement.ValueKind == JsonValueKind.Object
        && body.RootElement.TryGetProperty("error", out JsonElement error)
        && error.ValueKind == JsonValueKind.Object
            ? error
            : null;

    private static string? TypeOf(JsonElement error) =>
        error.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
}
