using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SeizureIntel.Queries;
using SeizureIntel.Workbench.Shapes;
using SeizureIntel.Workbench.Studies;

namespace SeizureIntel.Tests.App.Api.Shapes;

/// <summary>The form of a JSON text without its values: an object's members with the form of each, a list with the form of its elements, and the words
/// <c>string</c>, <c>number</c>, <c>boolean</c> and <c>any</c>. A member whose name ends in <c>?</c> may be null; the member <c>*</c> stands for any
/// names.</summary>
internal static class Shape
{
    private const string Any = "any";
    private const string AnyName = "*";

    private static readonly JsonSerializerOptions Types = new(JsonShapes.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>The form in which a contract is written.</summary>
    public static JsonNode Of(Type contract)
    {
        Type type = Nullable.GetUnderlyingType(contract) ?? contract;
        if (
            type == typeof(object)
            || type == typeof(SeizureQuery)
            || type == typeof(OneOrMany)
            || type == typeof(JsonElement)
            || type == typeof(JsonNode)
        )
            return Any;
        JsonTypeInfo form = Types.GetTypeInfo(type);
        return form.Kind switch
        {
            JsonTypeInfoKind.Object => new JsonObject(
                form.Properties.Select(p =>
                    p.IsExtensionData
                        ? KeyValuePair.Create<string, JsonNode?>(AnyName, Any)
                        : KeyValuePair.Create<string, JsonNode?>(p.Name + (IsNullable(p) ? "?" : ""), Of(p.PropertyType))
                )
            ),
            JsonTypeInfoKind.Enumerable => new JsonArray(Of(form.ElementType!)),
            JsonTypeInfoKind.Dictionary => new JsonObject { [AnyName] = Of(form.ElementType!) },
            _ => Word(type),
        };
    }

    /// <summary>The form of a text that was written without a contract; what elements of a list lack is marked as nullable.</summary>
    public static JsonNode Of(JsonElement json) => WithoutNull(Found(json));

    /// <summary>Where a text differs from a form; empty where it has it.</summary>
    public static IEnumerable<string> Differences(JsonNode form, JsonElement json, string place = "$")
    {
        switch (form)
        {
            case JsonObject members when json.ValueKind == JsonValueKind.Object:
                return InObject(members, json, place);
            case JsonArray elements when json.ValueKind == JsonValueKind.Array:
                return elements.Count == 0 ? [] : json.EnumerateArray().SelectMany((e, i) => Differences(elements[0]!, e, $"{place}[{i}]"));
            case JsonValue word when word.GetValue<string>() == Any || word.GetValue<string>() == Of(json).ToString():
                return [];
            default:
                return [$"{place} is {json.ValueKind}, not {(form is JsonValue ? form.ToString() : form.GetType().Name)}"];
        }
    }

    // Of what was null everywhere nothing is known but that.
    private static JsonNode WithoutNull(JsonNode form) =>
        form switch
        {
            JsonObject members => new JsonObject(
                members.Select(m =>
                    IsNull(m.Value)
                        ? KeyValuePair.Create<string, JsonNode?>(m.Key.TrimEnd('?') + "?", Any)
                        : KeyValuePair.Create<string, JsonNode?>(m.Key, WithoutNull(m.Value!))
                )
            ),
            JsonArray elements => new JsonArray([.. elements.Select(e => WithoutNull(e!))]),
            _ => form.DeepClone(),
        };

    private static JsonNode Found(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => new JsonObject(
                json.EnumerateObject().Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, Found(p.Value)))
            ),
            JsonValueKind.Array => new JsonArray([
                .. json.EnumerateArray().Select(Found).Aggregate((JsonNode?)null, Both) is { } e ? [e] : (JsonNode?[])[],
            ]),
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ => "null",
        };

    private static IEnumerable<string> InObject(JsonObject members, JsonElement json, string place)
    {
        foreach (JsonProperty found in json.EnumerateObject())
        {
            string name = $"{place}.{found.Name}";
            bool mayBeNull = members.ContainsKey(found.Name + "?");
            if ((members[found.Name] ?? members[found.Name + "?"] ?? members[AnyName]) is not { } form)
                yield return $"{name} is not approved";
            else if (!(mayBeNull && found.Value.ValueKind == JsonValueKind.Null))
                foreach (string difference in Differences(form, found.Value, name))
                    yield return difference;
        }

        foreach ((string name, _) in members)
        {
            if (name != AnyName && !name.EndsWith('?') && !json.TryGetProperty(name, out _))
                yield return $"{place}.{name} is missing";
        }
    }

    // Both forms as one: a member that one of them lacks or has as null may be null.
    private static JsonNode? Both(JsonNode? one, JsonNode two)
    {
        if (one is null || JsonNode.DeepEquals(one, two))
            return two;
        if (one is JsonArray a && two is JsonArray b)
            return a.Count == 0 ? b
                : b.Count == 0 ? a
                : new JsonArray(Both(a[0]!.DeepClone(), b[0]!.DeepClone()));
        if (one is not JsonObject left || two is not JsonObject right)
            return Any;
        var both = new JsonObject();
        foreach (string name in left.Concat(right).Select(m => m.Key.TrimEnd('?')).Distinct().ToArray())
        {
            JsonNode? first = left[name] ?? left[name + "?"],
                second = right[name] ?? right[name + "?"];
            bool isNull = IsNull(first) || IsNull(second) || left.ContainsKey(name + "?") || right.ContainsKey(name + "?");
            JsonNode? form =
                IsNull(first) ? second
                : IsNull(second) ? first
                : Both(first!.DeepClone(), second!.DeepClone());
            both[name + (isNull ? "?" : "")] = form?.DeepClone() ?? Any;
        }

        return both;
    }

    private static bool IsNull(JsonNode? form) => form is null || (form is JsonValue word && word.GetValue<string>() == "null");

    private static bool IsNullable(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && property.IsGetNullable);

    private static JsonNode Word(Type type) =>
        type == typeof(bool) ? "boolean"
        : type.IsPrimitive || type == typeof(decimal) ? "number"
        : "string";
}
