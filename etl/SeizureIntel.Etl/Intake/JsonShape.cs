using System.Collections.Generic;
using System.IO;
using System.Text.Json;

namespace SeizureIntel.Etl.Intake;

/// <summary>Where the records of a JSON text stand.</summary>
/// <param name="RecordDepth">The nesting of a record's opening brace: 0 one after the other, 1 in an array, 2 in an object's array.</param>
/// <param name="ArrayName">The property that holds the array, for depth 2.</param>
internal sealed record JsonShape(int RecordDepth, string? ArrayName)
{
    public bool IsLines => RecordDepth == 0;

    public static JsonShape Of(Stream text, IntakeOptions options)
    {
        var look = new Look();
        using (text)
        {
            foreach (string[] _ in JsonBlocks.Walk(text, options, look.Step)) { }
        }

        return look.Shape();
    }

    private sealed class Look
    {
        private readonly List<string> _arrays = [];
        private int _roots;
        private bool _isArray;
        private string _property = string.Empty;

        public bool Step(ref Utf8JsonReader tokens, List<string[]> finished)
        {
            while (tokens.Read())
            {
                if (tokens.CurrentDepth == 0 && tokens.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
                {
                    _roots++;
                    _isArray = tokens.TokenType == JsonTokenType.StartArray;
                    if (_isArray || _roots > 1)
                        return false;
                    if (tokens.TokenType != JsonTokenType.StartObject)
                        return false;
                }
                else if (tokens.TokenType == JsonTokenType.PropertyName && tokens.CurrentDepth == 1)
                {
                    _property = tokens.GetString()!;
                }
                else if (tokens.TokenType == JsonTokenType.StartObject && tokens.CurrentDepth == 2 && !_arrays.Contains(_property))
                {
                    // Depth 2 directly under a property of the root object: the property holds an array of objects.
                    _arrays.Add(_property);
                }
            }

            return true;
        }

        public JsonShape Shape()
        {
            if (_roots == 0)
                throw Unreadable.Empty();
            if (_roots > 1)
                return new JsonShape(0, null);
            if (_isArray)
                return new JsonShape(1, null);
            if (_arrays.Count > 1)
            {
                throw JsonBlocks.Bad(
                    "The JSON object holds several lists of objects; one was expected.",
                    "Send the list of seizures alone, as an array of objects."
                );
            }

            return _arrays.Count == 1 ? new JsonShape(2, _arrays[0]) : new JsonShape(0, null);
        }
    }
}
