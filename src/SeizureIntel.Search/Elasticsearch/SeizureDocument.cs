using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SeizureIntel.Cases;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Search.Words;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Elasticsearch;

/// <summary>Writes seizures as documents of <see cref="SeizureMapping"/>; not safe for several threads at once.</summary>
internal sealed class SeizureDocument : IDisposable
{
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
    private static readonly LegRole[] Roles = Enum.GetValues<LegRole>();
    private static readonly string[] RoleNames = Array.ConvertAll(Roles, r => r.ToString().ToUpperInvariant());

    // Names are made bytes once.
    private static readonly (SeizureField Field, JsonEncodedText Name)[] Fields =
    [
        .. SeizureFields.All.Select(f => (f, JsonEncodedText.Encode(f.Name))),
    ];
    private static readonly (SeizureField Field, JsonEncodedText Name)[] Coded = [.. Fields.Where(f => f.Field.Kind == FieldKind.Codes)];
    private static readonly (SeizureField Field, JsonEncodedText Name)[] Compared =
    [
        .. Fields.Where(f => SeizureMapping.IsShortText(f.Field)),
    ];
    private static readonly (Bucket Bucket, JsonEncodedText Name)[] Times =
    [
        .. new[] { Bucket.Day, Bucket.Week, Bucket.Month, Bucket.Year }.Select(b => (b, JsonEncodedText.Encode(TimeKeys.NameOf(b)))),
    ];
    private static readonly JsonEncodedText[] Parts =
    [
        .. Enumerable.Range(0, SeizureMapping.ChecksumParts).Select(i => JsonEncodedText.Encode($"{SeizureMapping.Checksum}_{i}")),
    ];

    private readonly StringBuilder _words = new();
    private readonly List<JsonEncodedText> _known = new(SeizureFields.All.Count);
    private Utf8JsonWriter? _json;

    /// <summary>One document as JSON, without a line break.</summary>
    /// <param name="into">Takes the bytes.</param>
    /// <param name="one">The case.</param>
    /// <param name="seizure">One of its seizures.</param>
    /// <param name="received">Its place in the order of receipt.</param>
    public void Write(IBufferWriter<byte> into, Case one, Seizure seizure, long received)
    {
        Utf8JsonWriter json = _json ??= new Utf8JsonWriter(into, Compact);
        json.Reset(into);
        _known.Clear();
        json.WriteStartObject();
        json.WriteString("id", seizure.Id);
        json.WriteNumber(SeizureMapping.Received, received);
        json.WriteBoolean(SeizureMapping.IsOnly, one.Seizures.Count == 1);
        foreach ((SeizureField field, JsonEncodedText name) in Fields)
            WriteField(json, field, name, one, seizure);
        WriteSortValues(json, one, seizure);
        WriteFolded(json, one, seizure);
        WriteTimes(json, one.SeizureDate);
        WriteNested(json, one);
        SeizureWords.Write(_words.Clear(), one, seizure);
        if (_words.Length > 0)
            json.WriteString(SeizureMapping.Words, _words.ToString());
        ulong checksum = SeizureChecksum.Of(one, seizure);
        for (int i = 0; i < SeizureMapping.ChecksumParts; i++)
            json.WriteNumber(Parts[i], (int)((checksum >> (16 * i)) & 0xFFFF));
        json.WriteStartArray(SeizureMapping.Known);
        foreach (JsonEncodedText name in _known)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _json?.Dispose();

    private void WriteField(Utf8JsonWriter json, SeizureField field, JsonEncodedText name, Case one, Seizure seizure)
    {
        switch (field.Kind)
        {
            case FieldKind.Code:
                string code = field.One!(one, seizure).Code;
                json.WriteString(name, code);
                if (!NonValue.Is(code))
                    _known.Add(name);
                break;
            case FieldKind.Codes:
                WriteCodes(json, name, field.Many!(one, seizure));
                break;
            case FieldKind.Text:
                if (field.Words!(one, seizure) is { } words && !string.IsNullOrWhiteSpace(words))
                {
                    json.WriteString(name, words);
                    _known.Add(name);
                }

                break;
            default:
                if (field.Number!(one, seizure) is not { } number || double.IsNaN(number))
                    break;
                if (field.Kind == FieldKind.Date)
                    json.WriteString(name, Day(DateOnly.FromDayNumber((int)number)));
                else
                    json.WriteNumber(name, number);
                _known.Add(name);
                break;
        }
    }

    private void WriteCodes(Utf8JsonWriter json, JsonEncodedText name, IReadOnlyList<Stated> values)
    {
        bool isKnown = false;
        json.WriteStartArray(name);
        if (values.Count == 0)
            json.WriteStringValue(NonValue.NotStated);
        foreach (Stated value in values)
        {
            json.WriteStringValue(value.Code);
            isKnown |= !NonValue.Is(value.Code);
        }

        json.WriteEndArray();
        if (isKnown)
            _known.Add(name);
    }

    // Hits are sorted by a known value; where a seizure has a known and an unknown one, the unknown one must not lead.
    private static void WriteSortValues(Utf8JsonWriter json, Case one, Seizure seizure)
    {
        json.WriteStartObject(SeizureMapping.Sort);
        foreach ((SeizureField field, JsonEncodedText name) in Coded)
        {
            if (field.Many!(one, seizure) is not { Count: > 0 } values)
                continue;
            json.WriteStartArray(name);
            foreach (Stated value in values)
            {
                if (!NonValue.Is(value.Code))
                    json.WriteStringValue(value.Code);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteFolded(Utf8JsonWriter json, Case one, Seizure seizure)
    {
        json.WriteStartObject(SeizureMapping.Folded);
        foreach ((SeizureField field, JsonEncodedText name) in Compared)
        {
            if (field.Words!(one, seizure) is { } words && !string.IsNullOrWhiteSpace(words))
                json.WriteString(name, FoldedText.Key(words));
        }

        json.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter json, SeizureDate date)
    {
        string precision = SeizureFields.PrecisionCode(date.Precision);
        foreach ((Bucket bucket, JsonEncodedText name) in Times)
            json.WriteString(name, TimeKeys.IsPreciseEnough(precision, bucket) ? TimeKeys.Of(date.Start, bucket) : NonValue.NotStated);
    }

    private static void WriteNested(Utf8JsonWriter json, Case one)
    {
        json.WriteStartArray("legs");
        foreach (RouteLeg leg in one.Legs)
        {
            json.WriteStartObject();
            json.WriteString("role", RoleNames[Array.IndexOf(Roles, leg.Role)]);
            json.WriteString("country", leg.Country.Code);
            json.WriteString("place", leg.Place.Code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("concealments");
        foreach (Concealment concealment in one.Concealments)
        {
            json.WriteStartObject();
            json.WriteString("where", concealment.Where.Code);
            json.WriteString("how", concealment.How.Code);
            json.WriteString("level", concealment.Level.Code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
