using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Search.Words;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>Translates the one query object into the cluster's language: filters alone, for nothing is scored.</summary>
internal sealed class QueryTranslation(CodeListSet lists, LabelWords labels)
{
    // A single character of a script without spaces opens some thousands of pairs.
    private const int MostExpansions = 20_000;

    /// <summary>The query with further conditions, of what a reader may see.</summary>
    /// <exception cref="ArgumentException">A field is unknown or cannot be compared in this way.</exception>
    public JsonObject Of(Reader reader, SeizureQuery query, params IEnumerable<JsonObject> further)
    {
        var filters = new JsonArray();
        AddSeen(reader, filters);
        for (SeizureQuery? part = Restriction.Narrowed(reader, query); part is not null; part = part.And)
            Add(part, filters);
        foreach (JsonObject one in further)
            filters.Add(one);
        return new JsonObject { ["bool"] = new JsonObject { ["filter"] = filters } };
    }

    /// <summary>The condition that the words of a text are found, whoever asks.</summary>
    public JsonObject Words(string text)
    {
        var filters = new JsonArray();
        foreach (SearchWord word in SearchTokens.Query(text))
            filters.Add(Found(word));
        return new JsonObject { ["bool"] = new JsonObject { ["filter"] = filters } };
    }

    /// <summary>The condition that a field's value is known.</summary>
    public static JsonObject IsKnown(string field) => Term(SeizureMapping.Known, field);

    public static JsonObject Term(string field, JsonNode value) => new() { ["term"] = new JsonObject { [field] = value } };

    public static JsonObject Not(JsonObject condition) => new() { ["bool"] = new JsonObject { ["must_not"] = new JsonArray(condition) } };

    public static JsonObject Terms(string field, IEnumerable<JsonNode?> values) =>
        new() { ["terms"] = new JsonObject { [field] = new JsonArray([.. values]) } };

    private static JsonObject AnyOf(IReadOnlyList<JsonObject> conditions) =>
        conditions.Count == 1
            ? conditions[0]
            : new JsonObject
            {
                ["bool"] = new JsonObject { ["should"] = new JsonArray([.. conditions]), ["minimum_should_match"] = 1 },
            };

    private void Add(SeizureQuery query, JsonArray filters)
    {
        foreach ((string field, IReadOnlyList<string> values) in query.Where)
            filters.Add(Accepted(field, values));
        foreach ((string field, IReadOnlyList<string> values) in query.Not)
            filters.Add(Not(Accepted(field, values)));
        if (query.From is not null || query.To is not null)
            filters.Add(Period(query.From, query.To));
        foreach (SearchWord word in SearchTokens.Query(query.Text))
            filters.Add(Found(word));
        foreach (SearchWord word in SearchTokens.Query(query.Without))
            filters.Add(Not(Found(word)));
    }

    // Not written as conditions of a query: no code, word or wildcard of a query stands for what a reader may see.
    private static void AddSeen(Reader reader, JsonArray filters)
    {
        if (reader.Ceiling < Marking.Red)
            filters.Add(Terms("marking", Markings.UpTo(reader.Ceiling).Select(m => (JsonNode?)m)));
        if (reader.Countries is { } countries)
            filters.Add(Terms("reporting_country", countries.Order(StringComparer.Ordinal).Select(c => (JsonNode?)c)));
    }

    private static JsonObject Period(DateOnly? from, DateOnly? to)
    {
        var range = new JsonObject();
        if (from is { } first)
            range["gte"] = Day(first);
        if (to is { } last)
            range["lte"] = Day(last);
        return new JsonObject { ["range"] = new JsonObject { ["seizure_date"] = range } };
    }

    private JsonObject Accepted(string name, IReadOnlyList<string> values)
    {
        SeizureField field = AskedFields.Find(name);
        var any = new List<JsonObject>();
        switch (field.Kind)
        {
            case FieldKind.Code or FieldKind.Codes:
                IReadOnlySet<string> codes = lists.Selected(field, values);
                if (codes.Contains("*"))
                    any.Add(IsKnown(name));
                if (codes.Any(c => c != "*"))
                    any.Add(Terms(name, codes.Where(c => c != "*").Select(c => (JsonNode?)c)));
                break;
            case FieldKind.Text:
                AddPresence(name, values, any);
                string[] words = [.. values.Where(v => !IsPresence(v))];
                if (words.Length > 0 && !SeizureMapping.IsShortText(field))
                    throw AskedFields.NotCompared(name, nameof(values));
                if (words.Length > 0)
                    any.Add(Terms($"{SeizureMapping.Folded}.{name}", words.Select(w => (JsonNode?)FoldedText.Key(w))));
                break;
            default:
                AddPresence(name, values, any);
                JsonNode?[] numbers = [.. values.Where(v => !IsPresence(v)).Select(v => Number(field, v))];
                if (numbers.Length > 0)
                    any.Add(Terms(name, numbers));
                break;
        }

        return any.Count > 0 ? AnyOf(any) : new JsonObject { ["match_none"] = new JsonObject() };
    }

    private static bool IsPresence(string value) => value == "*" || NonValue.Is(value);

    // Words and numbers know two states only: there, or not stated.
    private static void AddPresence(string field, IReadOnlyList<string> values, List<JsonObject> any)
    {
        if (values.Contains("*"))
            any.Add(IsKnown(field));
        if (values.Contains(NonValue.NotStated))
            any.Add(Not(IsKnown(field)));
    }

    private static JsonNode Number(SeizureField field, string value)
    {
        double number = AskedFields.Number(field, value);
        return field.Kind == FieldKind.Date ? Day(DateOnly.FromDayNumber((int)number)) : number;
    }

    private JsonObject Found(SearchWord word)
    {
        var any = new List<JsonObject> { InTexts(word) };
        foreach ((string field, IReadOnlyList<string> codes) in labels.Find(word))
            any.Add(Terms(field, codes.Select(c => (JsonNode?)c)));
        return AnyOf(any);
    }

    private static JsonObject InTexts(SearchWord word)
    {
        if (word.Tokens.Count == 1)
        {
            return new JsonObject { [word.IsPrefix ? "prefix" : "term"] = new JsonObject { [SeizureMapping.Words] = word.Tokens[0] } };
        }

        var phrase = new JsonObject { ["query"] = string.Join(' ', word.Tokens) };
        if (word.IsPrefix)
            phrase["max_expansions"] = MostExpansions;
        return new JsonObject
        {
            [word.IsPrefix ? "match_phrase_prefix" : "match_phrase"] = new JsonObject { [SeizureMapping.Words] = phrase },
        };
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
