using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SeizureIntel.App.Validation;

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
        Member(node, name) is JsonArray list ? [.. list.Select(Number)] : throw new VectorFormatException($"member '{name}' is not a list.");

    public static string[] Texts(JsonNode node, string name) =>
        Member(node, name) is JsonArray list ? [.. list.Select(v => v!.GetValue<string>())] : throw new VectorFormatException($"member '{name}' is not a list.");

    public static JsonNode? Node(double value) =>
        double.IsNaN(value) ? null : double.IsInfinity(value) ? JsonValue.Create(CsvTable.Format(value)) : JsonValue.Create(value);

    public static JsonArray List(IEnumerable<double> values) => [.. values.Select(Node)];
}
