using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SeizureIntel.Text;

namespace SeizureIntel.Workbench.Studies.Kept;

/// <summary>Phrases with what fills their places, so that a kept study speaks every language: a text, or a list of the English words, of the English text
/// where it is not those words filled, and of what fills them.</summary>
internal sealed class PhraseConverter : JsonConverter<Phrase>
{
    private const string Day = "day";
    private const string Amount = "amount";

    public override Phrase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return Of(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Phrase value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        if (value.Arguments.Count == 0)
        {
            writer.WriteStringValue(value.Text);
            return;
        }

        writer.WriteStartArray();
        writer.WriteStringValue(value.Template);
        writer.WriteStringValue(value.Text);
        foreach (object argument in value.Arguments)
            WriteArgument(writer, argument, options);
        writer.WriteEndArray();
    }

    private void WriteArgument(Utf8JsonWriter writer, object argument, JsonSerializerOptions options)
    {
        switch (argument)
        {
            case int count:
                writer.WriteNumberValue(count);
                break;
            case Phrase { Arguments.Count: 0 } or string:
                writer.WriteStringValue(argument.ToString());
                break;
            case Phrase phrase:
                Write(writer, phrase, options);
                break;
            case DateOnly day:
                WriteMembers(writer, (Day, day.ToString("O", CultureInfo.InvariantCulture)));
                break;
            case double amount:
                WriteMembers(writer, (Amount, amount.ToString("R", CultureInfo.InvariantCulture)));
                break;
            case NamedCode code:
                WriteMembers(writer, ("field", code.Field), ("code", code.Code), ("label", code.Label));
                break;
            default:
                throw new NotSupportedException($"No place of a phrase is filled by {argument.GetType().Name}.");
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, params ReadOnlySpan<(string Name, string Value)> members)
    {
        writer.WriteStartObject();
        foreach ((string name, string value) in members)
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    private static Phrase Of(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
            return Phrase.Of(element.GetString()!);
        List<object> arguments = [];
        for (int i = 2; i < element.GetArrayLength(); i++)
            arguments.Add(Argument(element[i]));
        return Phrase.Of(element[0].GetString()!, arguments, element[1].GetString());
    }

    private static object Argument(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Number => element.GetInt32(),
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Array => Of(element),
            _ => element.TryGetProperty(Day, out JsonElement day) ? DateOnly.ParseExact(day.GetString()!, "O", CultureInfo.InvariantCulture)
            : element.TryGetProperty(Amount, out JsonElement amount) ? double.Parse(amount.GetString()!, CultureInfo.InvariantCulture)
            : new NamedCode(
                element.GetProperty("field").GetString()!,
                element.GetProperty("code").GetString()!,
                element.GetProperty("label").GetString()!
            ),
        };
}
