using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using SeizureIntel.Text;

namespace SeizureIntel.Workbench.Shapes;

/// <summary>Contracts speak English.</summary>
internal sealed class PhraseTextConverter : JsonConverter<Phrase>
{
    public override Phrase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Phrase.Of(reader.GetString() ?? throw new JsonException("A text was expected."));

    public override void Write(Utf8JsonWriter writer, Phrase value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.Text);
    }
}
