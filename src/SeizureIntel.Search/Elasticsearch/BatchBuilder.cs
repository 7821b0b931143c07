using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>Gathers documents into columns; the numbers of codes and cases go on from batch to batch.</summary>
internal sealed class BatchBuilder(Reader reader, IReadOnlyList<SeizureField> fields)
{
    private readonly Dictionary<string, int> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CodeNumbers> _codes = new(StringComparer.Ordinal);
    private Batch _now = new();

    /// <summary>Adds one document.</summary>
    public void Add(JsonElement source)
    {
        string caseId = source.GetProperty("case_id").GetString()!;
        if (!_cases.TryGetValue(caseId, out int number))
            _cases.Add(caseId, number = _cases.Count);
        _now.Cases.Add(number);
        _now.Days.Add(Day(source.GetProperty("seizure_date")));
        bool isClosed = ElasticsearchIndex.IsClosed(reader, source);
        foreach (SeizureField field in fields)
        {
            bool isThere = source.TryGetProperty(field.Name, out JsonElement value) && !(isClosed && SeizureMapping.IsLongText(field));
            switch (field.Kind)
            {
                case FieldKind.Code or FieldKind.Codes:
                    AddCodes(field.Name, value);
                    break;
                case FieldKind.Text:
                    List(_now.Texts, field.Name).Add(isThere ? value.GetString() : null);
                    break;
                default:
                    double amount =
                        !isThere ? double.NaN
                        : field.Kind == FieldKind.Date ? Day(value)
                        : value.GetDouble();
                    List(_now.Numbers, field.Name).Add(amount);
                    break;
            }
        }
    }

    /// <summary>What was added since the last time.</summary>
    public SeizureBatch Take()
    {
        Batch now = _now;
        _now = new Batch();
        var coded = new Dictionary<string, SeizureColumn>(StringComparer.Ordinal);
        foreach ((string name, (List<int> starts, List<int> codes)) in now.Coded)
            coded[name] = new SeizureColumn(name, _codes[name].Values, starts.ToArray(), codes.ToArray());
        var numbers = new Dictionary<string, ReadOnlyMemory<double>>(StringComparer.Ordinal);
        foreach ((string name, List<double> values) in now.Numbers)
            numbers[name] = values.ToArray();
        var texts = new Dictionary<string, IReadOnlyList<string?>>(StringComparer.Ordinal);
        foreach ((string name, List<string?> values) in now.Texts)
            texts[name] = values;
        return new SeizureBatch
        {
            Count = now.Days.Count,
            Days = now.Days.ToArray(),
            Cases = now.Cases.ToArray(),
            Coded = coded,
            Numbers = numbers,
            Texts = texts,
        };
    }

    private void AddCodes(string name, JsonElement value)
    {
        if (!_codes.TryGetValue(name, out CodeNumbers? numbers))
            _codes.Add(name, numbers = new CodeNumbers());
        if (!_now.Coded.TryGetValue(name, out (List<int> Starts, List<int> Codes) column))
            _now.Coded.Add(name, column = ([0], []));
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement one in value.EnumerateArray())
                column.Codes.Add(numbers.Of(one.GetString()!));
        }
        else
        {
            column.Codes.Add(numbers.Of(value.ValueKind == JsonValueKind.String ? value.GetString()! : NonValue.NotStated));
        }

        column.Starts.Add(column.Codes.Count);
    }

    private static List<T> List<T>(Dictionary<string, List<T>> lists, string name)
    {
        if (!lists.TryGetValue(name, out List<T>? list))
            lists.Add(name, list = []);
        return list;
    }

    private static int Day(JsonElement value) =>
        DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private sealed class Batch
    {
        public List<int> Cases { get; } = [];

        public List<int> Days { get; } = [];

        public Dictionary<string, (List<int> Starts, List<int> Codes)> Coded { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, List<double>> Numbers { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, List<string?>> Texts { get; } = new(StringComparer.Ordinal);
    }

    private sealed class CodeNumbers
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _values = [];

        public IReadOnlyList<string> Values => _values;

        public int Of(string code)
        {
            if (_numbers.TryGetValue(code, out int number))
                return number;
            _values.Add(code);
            _numbers.Add(code, number = _values.Count - 1);
            return number;
        }
    }
}
