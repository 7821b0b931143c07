using System.Text.Encodings.Web;
using System.Text.Json;

namespace SeizureIntel.Reading.Models;

/// <summary>How cards are written.</summary>
internal static class CardJson
{
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
}
