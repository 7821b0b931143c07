using System.Text.Json;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>What the cluster said.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body as received; may be empty.</param>
internal readonly record struct ClusterAnswer(int Status, byte[] Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>True where the same request may be taken later.</summary>
    public bool IsBusy => Status is 429 or 502 or 503 or 504;

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
