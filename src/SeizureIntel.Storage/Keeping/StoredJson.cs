using System.Collections.Generic;
using System.Text.Json.Serialization;
using SeizureIntel.Submissions;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The shapes that lie in JSON columns.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(string[]), TypeInfoPropertyName = "NullableTexts")]
[JsonSerializable(typeof(IReadOnlyList<IssueCount>), TypeInfoPropertyName = "IssueCounts")]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>), TypeInfoPropertyName = "ReadAs")]
internal sealed partial class StoredJson : JsonSerializerContext;
