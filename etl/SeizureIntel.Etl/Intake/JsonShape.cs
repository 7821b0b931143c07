using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace SeizureIntel.Etl.Intake;

/// <summary>Where the records of a JSON text stand.</summary>
/// <param name="RecordDepth">The nesting of a record's opening brace: 0 one after the other, 1 in an array, more in an array within objects.</param>
/// <param name="ArrayPath">The properties that lead to the array, outermost first; empty where the array, or each record, is the text itself.</param>
internal sealed record JsonShape(int RecordDepth, IReadOnlyList<string> ArrayPath)
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
        private readonly List<Lot> _lots = [];

        // By nesting: the last property's name, and what an array there gathers; null for an object and for an array within another.
        private readonly List<string> _names = [""];
        private readonly List<Lot?> _open = [null];
        private readonly List<bool> _isArrayAt = [false];
        private int _roots;
        private bool _isArray;

        public bool Step(ref Utf8JsonReader tokens, List<string[]> finished)
        {
            while (tokens.Read())
            {
                int depth = tokens.CurrentDepth;
                if (depth == 0 && tokens.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
                {
                    _roots++;
                    _isArray = tokens.TokenType == JsonTokenType.StartArray;
                    if (_isArray || _roots > 1 || tokens.TokenType != JsonTokenType.StartObject)
                        return false;
                }

                while (_names.Count <= depth)
                {
                    _names.Add("");
                    _open.Add(null);
                    _isArrayAt.Add(false);
                }

                switch (tokens.TokenType)
                {
                    case JsonTokenType.PropertyName when IsWithinObjects(depth):
                        _names[depth] = tokens.GetString()!;
                        break;
                    case JsonTokenType.StartArray:
                        (_open[depth], _isArrayAt[depth]) = (depth > 0 && IsWithinObjects(depth) ? LotOf(depth) : null, true);
                        break;
                    case JsonTokenType.StartObject:
                        (_open[depth], _isArrayAt[depth]) = (null, false);
                        if (depth > 0 && _open[depth - 1] is { } lot)
                            lot.Objects++;
                        break;
                }
            }

            return true;
        }

        // Of several lists the longest holds the records: others describe them.
        public JsonShape Shape()
        {
            if (_roots == 0)
                throw Unreadable.Empty();
            if (_roots > 1)
                return new JsonShape(0, []);
            if (_isArray)
                return new JsonShape(1, []);
            Lot[] lists = [.. _lots.Where(l => l.Objects > 0).OrderByDescending(l => l.Objects)];
            if (lists.Length > 1 && lists[0].Objects == lists[1].Objects)
            {
                throw JsonBlocks.Bad(
                    "The JSON object holds several lists of objects; one was expected.",
                    "Send the list of seizures alone, as an array of objects."
                );
            }

            return lists.Length > 0 ? new JsonShape(lists[0].Path.Count + 1, lists[0].Path) : new JsonShape(0, []);
        }

        private bool IsWithinObjects(int depth)
        {
            for (int i = 0; i < depth; i++)
            {
                if (_isArrayAt[i])
                    return false;
            }

            return true;
        }

        private Lot LotOf(int depth)
        {
            string[] path = [.. _names.Skip(1).Take(depth)];
            Lot? lot = _lots.Find(l => l.Path.SequenceEqual(path, StringComparer.Ordinal));
            if (lot is null)
                _lots.Add(lot = new Lot(path));
            return lot;
        }

        private sealed class Lot(IReadOnlyList<string> path)
        {
            public IReadOnlyList<string> Path { get; } = path;

            public int Objects { get; set; }
        }
    }
}
