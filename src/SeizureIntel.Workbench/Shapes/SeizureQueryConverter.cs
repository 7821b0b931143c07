using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using SeizureIntel.Queries;

namespace SeizureIntel.Workbench.Shapes;

/// <summary>Writes a query in the one form that <c>--query</c> takes.</summary>
internal sealed class SeizureQueryConverter : JsonConverter<SeizureQuery>
{
    public override SeizureQuery Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return SeizureQueryJson.Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, SeizureQuery value, JsonSerializerOptions options) =>
        SeizureQueryJson.Write(value, writer);
}
