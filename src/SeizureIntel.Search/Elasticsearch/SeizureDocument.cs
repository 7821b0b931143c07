using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
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
internal sealed class SeizureDocument
{
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
    private static readonly LegRole[] Roles = Enum.GetValues<LegRole>();
    private static readonly string[] RoleNames = Array.ConvertAll(Roles, r => r.ToString().ToUpperInvariant());

    private readonly StringBuilder _words = new();
    private readonly List<string> _known = new(SeizureFields.All.Count);

    /// <summary>One document as JSON, without a line break.</summary>
    /// <param name="into">Takes the bytes.</param>
    /// <param name="one">The case.</param>
    /// <param name="seizure">One of its seizures.</param>
    /// <param name="received">Its place in the order of receipt.</param>
    public void Write(IBufferWriter<byte> into, Case one, Seizure seizure, long received)
    {
        using var json = new Utf8JsonWriter(into, Compact);
        _known.Clear();
        json.WriteStartObject();
        json.WriteString("id", seizure.Id);
        json.WriteNumber(SeizureMapping.Received, received);
        json.WriteBoolean(SeizureMapping.IsOnly, one.Seizures.Count == 1);
        foreach (SeizureField field in SeizureFields.All)
            WriteField(json, field, one, seizure);
        WriteSortValues(json, one, seizure);
        WriteFolded(json, one, seizure);
        WriteTimes(json, one.SeizureDate);
        WriteNested(json, one);
        SeizureWords.Write(_words.Clear(), one, seizure);
        if (_words.Length > 0)
            json.WriteString(SeizureMapping.Words, _words.ToString());
        ulong checksum = SeizureChecksum.Of(one, seizure);
        for (int i = 0; i < SeizureMapping.ChecksumParts; i++)
            json.WriteNumber($"{SeizureMapping.Checksum}_{i}", (int)((checksum >> (16 * i)) & 0xFFFF));
        json.WriteStartArray(SeizureMapping.Known);
        foreach (string name in _known)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteField(Utf8JsonWriter json, SeizureField field, Case one, Seizure seizure)
    {
        switch (field.Kind)
        {
            case FieldKind.Code:
                string code = field.One!(one, seizure).Code;
                json.WriteString(field.Name, code);
                if (!NonValue.Is(code))
                    _known.Add(field.Name);
                break;
            case FieldKind.Codes:
                WriteCodes(json, field, field.Many!(one, seizure));
                break;
            case FieldKind.Text:
                if (field.Words!(one, seizure) is { } words && !string.IsNullOrWhiteSpace(words))
                {
                    json.WriteString(field.Name, words);
                    _known.Add(field.Name);
                }

                break;
            default:
                if (field.Number!(one, seizure) is not { } number || double.IsNaN(number))
                    break;
                if (field.Kind == FieldKind.Date)
                    json.WriteString(field.Name, Day(DateOnly.FromDayNumber((int)number)));
                else
                    json.WriteNumber(field.Name, number);
                _known.Add(field.Name);
                break;
        }
    }

    private void WriteCodes(Utf8JsonWriter json, SeizureField field, IReadOnlyList<Stated> values)
    {
        bool isKnown = false;
        json.WriteStartArray(field.Name);
        if (values.Count == 0)
            json.WriteStringValue(NonValue.NotStated);
        foreach (Stated value in values)
        {
            json.WriteStringValue(value.Code);
            isKnown |= !NonValue.Is(value.Code);
        }

        json.WriteEndArray();
        if (isKnown)
            _known.Add(field.Name);
    }

    // Hits are sorted by a known value; where a seizure has a known and an unknown one, the unknown one must not lead.
    private static void WriteSortValues(Utf8JsonWriter json, Case one, Seizure seizure)
    {
        json.WriteStartObject(SeizureMapping.Sort);
        foreach (SeizureField field in SeizureFields.All)
        {
            if (field.Kind != FieldKind.Codes || field.Many!(one, seizure) is not { Count: > 0 } values)
                continue;
            json.WriteStartArray(field.Name);
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
        foreach (SeizureField field in SeizureFields.All)
        {
            if (SeizureMapping.IsShortText(field) && field.Words!(one, seizure) is { } words && !string.IsNullOrWhiteSpace(words))
                json.WriteString(field.Name, FoldedText.Key(words));
        }

        json.WriteEndObject();
    }

    private static void WriteTimes(Utf8JsonWriter json, SeizureDate date)
    {
        string precision = SeizureFields.PrecisionCode(date.Precision);
        foreach (Bucket bucket in (ReadOnlySpan<Bucket>)[Bucket.Day, Bucket.Week, Bucket.Month, Bucket.Year])
            json.WriteString(
                TimeKeys.NameOf(bucket),
                TimeKeys.IsPreciseEnough(precision, bucket) ? TimeKeys.Of(date.Start, bucket) : NonValue.NotStated
            );
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
