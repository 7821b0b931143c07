using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SeizureIntel.Validation.Vectors;

/// <summary>Numbers of reference documents: null is NaN, Inf is written as a text.</summary>
internal static class JsonNumbers
{
    /// <summary>A member that has to be there.</summary>
    public static JsonNode Member(JsonNode node, string name) =>
        node is JsonObject thing && thing[name] is { } value ? value : throw new VectorFormatException($"member '{name}' is missing.");

    public static double Number(JsonNode? node) =>
        node is null ? double.NaN
        : node.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>()
        : node.GetValueKind() == JsonValueKind.String && CsvTable.TryParse(node.GetValue<string>(), out var value) ? value
        : throw new VectorFormatException($"found {node.ToJsonString()}, expected a number.");

    /// <summary>A member as a number that has to be there.</summary>
    public static double Number(JsonNode node, string name) => Number(Member(node, name));

    /// <summary>A member as an integer that has to be there.</summary>
    public static int Integer(JsonNode node, string name) => (int)Number(node, name);

    public static double[] Numbers(JsonNode node, string name) =>
        Member(node, name) is var member && member is JsonArray list ? [.. list.Select(Number)]
        : member is JsonValue single ? [Number(single)]
        : throw new VectorFormatException($"member '{name}' is not a list.");

    public static string[] Texts(JsonNode node, string name) =>
        Member(node, name) is JsonArray list
            ? [.. list.Select(v => v!.GetValue<string>())]
            : throw new VectorFormatException($"member '{name}' is not a list.");

    /// <summary>Gives our lists of one value the form of the reference, which writes such a list as the plain value.</summary>
    public static void UnboxLike(JsonNode? reference, JsonNode? ours)
    {
        if (reference is JsonArray list && ours is JsonArray mine)
        {
            for (var i = 0; i < Math.Min(list.Count, mine.Count); i++)
            {
                UnboxLike(list[i], mine[i]);
            }
        }
        else if (reference is JsonObject thing && ours is JsonObject own)
        {
            foreach (var (name, value) in thing)
            {
                if (value is JsonValue && own[name] is JsonArray { Count: 1 } boxed)
                {
                    own[name] = boxed[0]?.DeepClone();
                }

                UnboxLike(value, own[name]);
            }
        }
    }

    public static JsonNode? Node(double value) =>
        double.IsNaN(value) ? null
        : double.IsInfinity(value) ? JsonValue.Create(CsvTable.Format(value))
        : JsonValue.Create(value);

    public static JsonArray List(IEnumerable<double> values) => [.. values.Select(Node)];
}
