using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.Fields;
using SeizureIntel.Search.Settings;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>The explicit, strict mapping of a seizure's document: what is not named here is refused.</summary>
/// <remarks>
/// Codes are keywords under the field's name, non-values among them, so that every answer of the embedded index can be counted here too. Beside them
/// stand, under names that no field has: <c>known</c> (fields with a known value), <c>sort</c> (the known values of a field with several),
/// <c>folded</c> (words as they are compared), <c>words</c> (the tokens that a free text is matched against), the time keys <c>day</c>, <c>week</c>,
/// <c>month</c> and <c>year</c>, and the parts of the checksum.
/// </remarks>
internal static class SeizureMapping
{
    public const string Known = "known";
    public const string Sort = "sort";
    public const string Folded = "folded";
    public const string Words = "words";
    public const string Received = "received";
    public const string IsOnly = "is_only_seizure";
    public const string Checksum = "checksum";
    public const int ChecksumParts = 4;

    // Longer words are neither compared nor sorted by; a keyword of over 32,766 bytes would be refused.
    private const int LongestWords = 8_000;

    public static JsonObject Index(ElasticsearchOptions options, bool isBuilding) =>
        new()
        {
            ["settings"] = new JsonObject
            {
                ["number_of_shards"] = options.Shards,
                ["number_of_replicas"] = isBuilding ? 0 : options.Replicas,
                ["refresh_interval"] = isBuilding ? "-1" : "30s",
                ["codec"] = "best_compression",
                ["mapping"] = new JsonObject { ["total_fields"] = new JsonObject { ["limit"] = 400 } },
            },
            ["mappings"] = new JsonObject { ["dynamic"] = "strict", ["properties"] = Properties() },
        };

    private static JsonObject Properties()
    {
        var properties = new JsonObject
        {
            ["id"] = Type("keyword"),
            [Known] = Type("keyword"),
            [Received] = Type("long"),
            [IsOnly] = Type("boolean"),
            ["day"] = Type("keyword"),
            ["week"] = Type("keyword"),
            ["month"] = Type("keyword"),
            ["year"] = Type("keyword"),
            [Words] = new JsonObject
            {
                ["type"] = "text",
                ["analyzer"] = "whitespace",
                ["norms"] = false,
            },
            [Sort] = Group([.. SeizureFields.All.Where(f => f.Kind == FieldKind.Codes).Select(f => (f.Name, Type("keyword")))]),
            [Folded] = Group([.. SeizureFields.All.Where(IsShortText).Select(f => (f.Name, Bounded()))]),
            ["legs"] = Nested("role", "country", "place"),
            ["concealments"] = Nested("where", "how", "level"),
        };
        for (int i = 0; i < ChecksumParts; i++)
            properties[$"{Checksum}_{i}"] = Type("integer");
        foreach (SeizureField field in SeizureFields.All)
        {
            properties[field.Name] = field.Kind switch
            {
                FieldKind.Code or FieldKind.Codes => Type("keyword"),
                FieldKind.Number => Type("double"),
                FieldKind.Date => new JsonObject { ["type"] = "date", ["format"] = "strict_date" },
                _ when IsShortText(field) => new JsonObject
                {
                    ["type"] = "keyword",
                    ["index"] = false,
                    ["ignore_above"] = LongestWords,
                },
                _ => new JsonObject
                {
                    ["type"] = "keyword",
                    ["index"] = false,
                    ["doc_values"] = false,
                },
            };
        }

        return properties;
    }

    /// <summary>True for words that are compared and sorted by; false for a narrative.</summary>
    public static bool IsShortText(SeizureField field) => field.Kind == FieldKind.Text && !IsLongText(field);

    /// <summary>True for a narrative, which is searched by its words only.</summary>
    public static bool IsLongText(SeizureField field) => field.Name == "narrative";

    private static JsonObject Type(string name) => new() { ["type"] = name };

    private static JsonObject Bounded() => new() { ["type"] = "keyword", ["ignore_above"] = LongestWords };

    private static JsonObject Group((string Name, JsonObject Type)[] fields)
    {
        var properties = new JsonObject();
        foreach ((string name, JsonObject type) in fields)
            properties[name] = type;
        return new JsonObject { ["dynamic"] = "strict", ["properties"] = properties };
    }

    private static JsonObject Nested(params string[] names)
    {
        JsonObject group = Group([.. names.Select(n => (n, Type("keyword")))]);
        group["type"] = "nested";
        return group;
    }
}
