using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SeizureIntel.Workbench.Studies;

/// <summary>The codes or names of a subject: written as one text where there is one, as a list where there are several.</summary>
/// <param name="Values">At least one.</param>
[JsonConverter(typeof(Converter))]
public sealed record OneOrMany(IReadOnlyList<string> Values)
{
    /// <summary>All of them, in order.</summary>
    public override string ToString() => string.Join(", ", Values);

    private sealed class Converter : JsonConverter<OneOrMany>
    {
        public override OneOrMany Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String
                ? new OneOrMany([reader.GetString()!])
                : new OneOrMany(JsonSerializer.Deserialize<List<string>>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, OneOrMany value, JsonSerializerOptions options)
        {
            if (value.Values is [string one])
                writer.WriteStringValue(one);
            else
                JsonSerializer.Serialize(writer, value.Values, options);
        }
    }
}
