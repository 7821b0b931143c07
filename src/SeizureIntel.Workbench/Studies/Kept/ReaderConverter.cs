using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using SeizureIntel.Readers;
using SeizureIntel.Values;

namespace SeizureIntel.Workbench.Studies.Kept;

/// <summary>A reader as a list: the highest marking, and behind it, where not every country may be seen, the list of those that may.</summary>
internal sealed class ReaderConverter : JsonConverter<Reader>
{
    public override Reader Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement[] parts = [.. document.RootElement.EnumerateArray()];
        if (
            parts is not [{ ValueKind: JsonValueKind.String } label, .. { Length: <= 1 } rest]
            || Markings.Find(label.GetString()!) is not { } ceiling
        )
            throw new JsonException("A reader is a list of a marking and, where there are any bounds, countries.");
        return rest is [{ } countries] ? Reader.Of(ceiling, countries.EnumerateArray().Select(c => c.GetString()!)) : Reader.UpTo(ceiling);
    }

    public override void Write(Utf8JsonWriter writer, Reader value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.Ceiling.Label());
        if (value.Countries is { } countries)
        {
            writer.WriteStartArray();
            foreach (string country in countries.Order(StringComparer.Ordinal))
                writer.WriteStringValue(country);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
