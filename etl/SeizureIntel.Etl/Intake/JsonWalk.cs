using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace SeizureIntel.Etl.Intake;

/// <summary>Turns JSON tokens into records; the first walk learns the columns, the second fills them.</summary>
internal sealed class JsonWalk(JsonShape shape, RecordTable table, bool isLearning)
{
    private readonly List<string> _paths = [];
    private bool _inRecord;

    // How many of the properties that lead to the records stand around the place.
    private int _matched;

    public int Records { get; private set; }

    public bool Step(ref Utf8JsonReader tokens, List<string[]> finished)
    {
        while (tokens.Read())
        {
            if (_inRecord)
                Inside(ref tokens, finished);
            else
                Outside(ref tokens);
        }

        return true;
    }

    private void Outside(ref Utf8JsonReader tokens)
    {
        int depth = tokens.CurrentDepth;
        int wanted = shape.ArrayPath.Count;
        if (depth >= 1 && depth <= wanted)
        {
            if (tokens.TokenType == JsonTokenType.PropertyName)
                _matched =
                    depth - 1 <= _matched && tokens.ValueTextEquals(shape.ArrayPath[depth - 1]) ? depth : Math.Min(_matched, depth - 1);
            return;
        }

        if (_matched < wanted || depth != shape.RecordDepth || tokens.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            return;
        if (tokens.TokenType != JsonTokenType.StartObject)
        {
            throw JsonBlocks.Bad(
                "The JSON list holds something other than objects.",
                "Send an array of objects, one a seizure, with the fields as names."
            );
        }

        _inRecord = true;
        _paths.Clear();
        if (!isLearning)
            table.Begin();
    }

    private void Inside(ref Utf8JsonReader tokens, List<string[]> finished)
    {
        int level = tokens.CurrentDepth - shape.RecordDepth;
        switch (tokens.TokenType)
        {
            case JsonTokenType.EndObject when level == 0:
                _inRecord = false;
                Records++;
                if (!isLearning)
                    finished.Add(table.End());
                break;
            case JsonTokenType.PropertyName:
                string name = tokens.GetString()!;
                Put(level, Above(level) is { Length: > 0 } above ? above + "." + name : name);
                break;
            case JsonTokenType.String:
                Value(level, tokens.GetString()!);
                break;
            case JsonTokenType.Number:
                Value(level, Encoding.UTF8.GetString(tokens.ValueSpan));
                break;
            case JsonTokenType.True:
                Value(level, "true");
                break;
            case JsonTokenType.False:
                Value(level, "false");
                break;
            case JsonTokenType.Null when isLearning && level >= 1:
                table.Learn(Above(level + 1));
                break;
        }
    }

    private void Value(int level, string value)
    {
        string path = Above(level + 1);
        if (isLearning)
            table.Learn(path);
        else
            table.Set(path, value, Records + 2);
    }

    // Names stand at the level of the object that holds them; an array adds a level without a name.
    private string Above(int level)
    {
        for (int i = level - 1; i >= 1; i--)
        {
            if (i < _paths.Count && _paths[i].Length > 0)
                return _paths[i];
        }

        return string.Empty;
    }

    private void Put(int level, string path)
    {
        while (_paths.Count <= level)
            _paths.Add(string.Empty);
        _paths[level] = path;
        for (int i = level + 1; i < _paths.Count; i++)
            _paths[i] = string.Empty;
    }
}
