using System.Text.Json.Serialization;

namespace SeizureIntel.Storage.Archives;

/// <summary>The shape of the header line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ArchiveHeader))]
internal sealed partial class ArchiveJson : JsonSerializerContext;
