using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SeizureIntel.Text;

namespace SeizureIntel.Workbench.Studies.Kept;

/// <summary>Cells of tables as they were: a text, a phrase, a whole number, a number with a fraction, or nothing. A whole amount keeps its point, so that it
/// comes back as an amount and not as a count.</summary>
internal sealed class CellConverter : JsonConverter<object?>
{
    private static readonly PhraseConverter Phrases = new();

    public override bool HandleNull => true;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return reader.TryGetInt32(out int count) ? count : (object)reader.GetDouble();
            case JsonTokenType.StartArray:
                reader.Read();
                double number = double.Parse(reader.GetString()!, CultureInfo.InvariantCulture);
                reader.Read();
                return number;
            case JsonTokenType.StartObject:
                reader.Read();
                reader.Read();
                Phrase phrase = Phrases.Read(ref reader, typeof(Phrase), options);
                reader.Read();
                return phrase;
            default:
                throw new JsonException($"A cell is a text, a phrase, a number or nothing; found {reader.TokenType}.");
        }
    }

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case Phrase phrase:
                writer.WriteStartObject();
                writer.WritePropertyName("phrase");
                Phrases.Write(writer, phrase, options);
                writer.WriteEndObject();
                break;
            case int count:
                writer.WriteNumberValue(count);
                break;
            case double number when double.IsFinite(number):
                writer.WriteRawValue(WithPoint(number));
                break;
            case double number:
                // JSON has no infinity and no NaN.
                writer.WriteStartArray();
                writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                writer.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"A cell is a text, a phrase, an int or a double; found {value.GetType().Name}.");
        }
    }

    private static string WithPoint(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }
}
