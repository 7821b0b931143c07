using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeizureIntel.Workbench.Shapes;

/// <summary>How every contract is written: snake_case, enumerations as words, one way for command line and API.</summary>
public static class JsonShapes
{
    /// <summary>The manners of every answer.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions { WriteIndented = true });

    /// <summary>Gives other options, such as the web host's, the same manners.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.PropertyNameCaseInsensitive = true;
        // Arrows in routes and letters of all languages stay readable; pages encode for HTML themselves.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new SeizureQueryConverter());
        options.Converters.Add(new FiniteNumberConverter());
        options.Converters.Add(new PhraseTextConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        return options;
    }

    private static readonly JsonSerializerOptions OneLine = new(Options) { WriteIndented = false };

    /// <summary>An answer as JSON on one line.</summary>
    public static string WriteLine<T>(T value) => JsonSerializer.Serialize(value, OneLine);

    /// <summary>An answer as JSON.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}
