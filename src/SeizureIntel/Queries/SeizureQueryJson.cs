using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SeizureIntel.Values;

namespace SeizureIntel.Queries;

/// <summary>Writes and reads the one query object as JSON: members <c>text</c>, <c>without</c>, <c>where</c>, <c>not</c>, <c>from</c>, <c>to</c> and
/// <c>and</c>, each left out when it holds no condition.</summary>
/// <remarks>Queries of earlier versions had a member <c>ceiling</c> too; it is read as a condition on the marking, so that such a query finds what it
/// found and never more.</remarks>
public static class SeizureQueryJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The query as one line of JSON; fields in the order of their names, dates ISO 8601. The same query gives the same text.</summary>
    public static string Write(SeizureQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Compact))
            Write(query, json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes the query as a JSON object at the writer's place.</summary>
    public static void Write(SeizureQuery query, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        if (!string.IsNullOrWhiteSpace(query.Text))
            json.WriteString("text", query.Text);
        if (!string.IsNullOrWhiteSpace(query.Without))
            json.WriteString("without", query.Without);
        WriteConditions(json, "where", query.Where);
        WriteConditions(json, "not", query.Not);
        if (query.From is { } from)
            json.WriteString("from", Iso(from));
        if (query.To is { } to)
            json.WriteString("to", Iso(to));
        if (query.And is { } and)
        {
            json.WritePropertyName("and");
            Write(and, json);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads a query; a condition's value may be one text or a list.</summary>
    /// <exception cref="FormatException">The text is no JSON object, or has a member or value that a query does not have; the message says which.</exception>
    public static SeizureQuery Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            throw new FormatException(
                $"A query is a JSON object such as {{\"where\":{{\"heading\":[\"H01\"]}}}}; this is no JSON, from its sign "
                    + $"{broken.BytePositionInLine + 1} on line {broken.LineNumber + 1}.",
                broken
            );
        }
    }

    /// <summary>Reads a query from a JSON element.</summary>
    /// <exception cref="FormatException">As for the text.</exception>
    public static SeizureQuery Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new FormatException($"A query is a JSON object; found {element.ValueKind}.");
        var query = new SeizureQuery();
        Marking? ceiling = null;
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (member.Name == "ceiling")
            {
                ceiling = Ceiling(member);
                continue;
            }

            query = member.Name switch
            {
                "text" => query with { Text = Word(member) },
                "without" => query with { Without = Word(member) },
                "where" => query with { Where = Conditions(member) },
                "not" => query with { Not = Conditions(member) },
                "from" => query with { From = Day(member) },
                "to" => query with { To = Day(member) },
                "and" => query with { And = Read(member.Value) },
                _ => throw new FormatException($"A query has text, without, where, not, from, to and and; found '{member.Name}'."),
            };
        }

        return ceiling is { } highest ? query.With("marking", Markings.UpTo(highest)) : query;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteConditions(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, IReadOnlyList<string>> conditions)
    {
        if (conditions.Count == 0)
            return;
        json.WriteStartObject(name);
        foreach ((string field, IReadOnlyList<string> values) in conditions.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(field);
            foreach (string value in values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static Dictionary<string, IReadOnlyList<string>> Conditions(JsonProperty member)
    {
        if (member.Value.ValueKind != JsonValueKind.Object)
            throw new FormatException($"'{member.Name}' is an object of fields with their values.");
        var conditions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (JsonProperty field in member.Value.EnumerateObject())
        {
            conditions[field.Name] =
                field.Value.ValueKind == JsonValueKind.Array
                    ? [.. field.Value.EnumerateArray().Select(v => Word(field.Name, v))]
                    : [Word(field)];
        }

        return conditions;
    }

    private static string Word(JsonProperty member) => Word(member.Name, member.Value);

    private static string Word(string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"'{name}' takes text; found {value.ValueKind}.");

    private static Marking Ceiling(JsonProperty member) =>
        Markings.Find(Word(member))
        ?? throw new FormatException($"'ceiling' is one of {string.Join(", ", Markings.All)}; found '{Word(member)}'.");

    private static DateOnly Day(JsonProperty member) =>
        DateOnly.TryParseExact(Word(member), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new FormatException($"'{member.Name}' is a date such as 2024-12-31; found '{Word(member)}'.");
}
