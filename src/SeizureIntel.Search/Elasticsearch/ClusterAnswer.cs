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

    /// <summary>True where the same request may be taken later.</summary>
    public bool IsBusy => Status is 429 or 502 or 503 or 504;

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

    /// <summary>The type of the error, such as <c>index_not_found_exception</c>; never its text, which may quote a document.</summary>
    public string ErrorType()
    {
        try
        {
            using JsonDocument body = JsonDocument.Parse(Body);
            return
                body.RootElement.TryGetProperty("error", out JsonElement error)
                && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("type", out JsonElement type)
                ? type.GetString() ?? "unknown"
                : "unknown";
        }
        catch (JsonException)
        {
            return "unreadable";
        }
    }
}
