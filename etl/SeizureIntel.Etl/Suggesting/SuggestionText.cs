using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>A suggestion as JSON, without its draft, which is kept beside it.</summary>
public static class SuggestionText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Writes it.</summary>
    public static string Of(SourceSuggestion suggestion) => JsonSerializer.Serialize(suggestion with { Source = null }, Options);

    /// <summary>Reads it back.</summary>
    /// <exception cref="JsonException">The text is none.</exception>
    public static SourceSuggestion? Parse(string text) => JsonSerializer.Deserialize<SourceSuggestion>(text, Options);
}
