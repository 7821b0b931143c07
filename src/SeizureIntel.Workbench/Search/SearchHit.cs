using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using SeizureIntel.Fields;
using SeizureIntel.Queries;

namespace SeizureIntel.Workbench.Search;

/// <summary>A seizure that was found: the members that are always there, and every other field that is stated under its name.</summary>
public sealed record SearchHit
{
    /// <summary>Id of the seizure.</summary>
    public required string Id { get; init; }

    /// <summary>Id of its case.</summary>
    public required string CaseId { get; init; }

    /// <summary>Day, month or year of the seizure; null where it is not stated.</summary>
    public required string? Date { get; init; }

    /// <summary>Code of the heading; null where it is not stated.</summary>
    public required string? Heading { get; init; }

    /// <summary>Code of the product; null where it is not stated.</summary>
    public required string? Product { get; init; }

    /// <summary>ISO code of the reporting country; null where it is not stated.</summary>
    public required string? ReportingCountry { get; init; }

    /// <summary>Where the words of the search stand in it, one passage a field; empty where it was not found by words.</summary>
    public IReadOnlyList<Highlight> Highlights { get; init; } = [];

    /// <summary>The other fields that are stated, in the template's order: a text, a number, or a list of codes.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement> Fields { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>A seizure as an engine gives it.</summary>
    public static SearchHit Of(SeizureHit hit)
    {
        ArgumentNullException.ThrowIfNull(hit);
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (JsonProperty field in Written(hit).EnumerateObject())
            fields[field.Name] = field.Value;
        return new SearchHit
        {
            Id = hit.Id,
            CaseId = hit.CaseId,
            Date = First(hit, "seizure_date"),
            Heading = First(hit, "heading"),
            Product = First(hit, "product"),
            ReportingCountry = First(hit, "reporting_country"),
            Highlights = hit.Highlights,
            Fields = fields,
        };
    }

    /// <summary>The text of a field; several codes stand behind each other, and what is not stated is empty.</summary>
    public string Text(string field) =>
        field switch
        {
            "heading" => Heading ?? "",
            "product" => Product ?? "",
            "reporting_country" => ReportingCountry ?? "",
            _ => Fields.TryGetValue(field, out JsonElement value) ? Text(value) : "",
        };

    /// <summary>The number of a field; null where it is not stated.</summary>
    public double? Number(string field) =>
        Fields.TryGetValue(field, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? string.Join(' ', value.EnumerateArray().Select(v => v.GetString())) : value.ToString();

    private static string? First(SeizureHit hit, string field) => hit.Values.GetValueOrDefault(field) is [string first, ..] ? first : null;

    // One document a hit: its elements share their bytes.
    private static JsonElement Written(SeizureHit hit)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (SeizureField field in SeizureFields.All)
            {
                if (
                    field.Name is not ("id" or "case_id" or "heading" or "product" or "reporting_country")
                    && hit.Values.TryGetValue(field.Name, out IReadOnlyList<string>? values)
                    && values.Count > 0
                )
                    Write(writer, field, values);
            }

            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(bytes.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(Utf8JsonWriter writer, SeizureField field, IReadOnlyList<string> values)
    {
        switch (field.Kind)
        {
            case FieldKind.Codes:
                writer.WriteStartArray(field.Name);
                foreach (string value in values)
                    writer.WriteStringValue(value);
                writer.WriteEndArray();
                break;
            case FieldKind.Number when double.TryParse(values[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double number):
                writer.WriteNumber(field.Name, number);
                break;
            default:
                writer.WriteString(field.Name, values[0]);
                break;
        }
    }
}
