using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Screening;
using SeizureIntel.Fields;

namespace SeizureIntel.Etl.Sources;

/// <summary>Reads <c>source.json</c> strictly: an unknown member, field or column is an error, for a typing mistake would lose a column in silence.</summary>
internal static class SourceJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters =
        {
            new JsonStringEnumConverter<ColumnRole>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
            new TargetConverter(),
        },
    };

    public static SourceDescription Read(string json, string name)
    {
        Document document;
        try
        {
            document = JsonSerializer.Deserialize<Document>(json, Options)
                ?? throw new InvalidDataException($"Source {name}: the description is empty.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"Source {name}: {problem.Message}", problem);
        }

        var source = new SourceDescription
        {
            Name = name,
            Title = document.Title,
            Publisher = document.Publisher,
            Edition = document.Edition,
            Terms = document.Terms,
            Recognise = document.Recognise,
            Format = document.Format ?? new SourceFormat(),
            Constants = document.Constants ?? [],
            Columns = [.. document.Columns.Select(c => ColumnOf(name, c))],
            Combined = document.Combined ?? [],
            ItemColumns = document.ItemColumns ?? [],
            ItemDetails = document.ItemDetails ?? [],
            SkipRows = document.SkipRows ?? [],
            Told = document.Told ?? [],
            Assertions = document.Assertions ?? new SourceAssertions(),
        };
        Check(source);
        return source;
    }

    private static SourceColumn ColumnOf(string source, ColumnEntry entry)
    {
        if (entry.Names.Count == 0)
            throw new InvalidDataException($"Source {source}: a column has no name.");
        ColumnRole? role = entry.Ignored is not null ? ColumnRole.Ignored : entry.Role ?? RoleOf(entry.Field);
        return new SourceColumn
        {
            Names = entry.Names,
            Role = role
                ?? throw new InvalidDataException(
                    $"Source {source}: column {entry.Names[0]} has neither field nor role nor reason to be ignored."
                ),
            Field = entry.Field,
            Ignored = entry.Ignored,
            PlaceThenCountry = entry.PlaceThenCountry,
            Formats = entry.Formats ?? [],
            Values = entry.Values ?? [],
        };
    }

    public static ColumnRole? RoleOf(string? name)
    {
        if (name is null || SeizureFields.Find(name) is not { } field)
            return null;
        return field.Name switch
        {
            "place_name" or "admin1" or "departure_place" or "destination_place" => ColumnRole.Place,
            "narrative" or "cover_goods" => ColumnRole.FreeText,
            _ => field.Kind is FieldKind.Number or FieldKind.Date ? ColumnRole.Typed : ColumnRole.Coded,
        };
    }

    private static void Check(SourceDescription source)
    {
        var names = source.Columns.SelectMany(c => c.Names).ToHashSet(StringComparer.Ordinal);
        foreach (
            string column in source
                .Recognise.Concat(source.ItemColumns)
                .Concat(source.ItemDetails)
                .Concat(source.Combined.SelectMany(c => c.Columns))
                .Concat(source.SkipRows.Select(r => r.Column))
        )
        {
            if (!names.Contains(column))
                throw new InvalidDataException($"Source {source.Name}: column {column} is named but not described.");
        }

        var fields = source
            .Columns.Select(c => c.Field)
            .Concat(source.Combined.Select(c => c.Field))
            .Concat(source.Constants.Keys)
            .Concat(source.Told)
            .Concat(
                source
                    .Columns.SelectMany(c => c.Values.Values)
                    .Concat(source.Combined.SelectMany(c => c.Values.Values))
                    .Select(t => t.Field)
            );
        foreach (string? field in fields)
        {
            if (field is not null && SeizureFields.Find(field) is not { InTemplate: true })
                throw new InvalidDataException($"Source {source.Name}: {field} is no field of the exchange template.");
        }

        if (source.Format.Encoding is { } encoding && !TextEncoding.IsKnown(encoding))
            throw new InvalidDataException($"Source {source.Name}: there is no text encoding '{encoding}'.");
        if (source.Format.FiscalYearStart is < 1 or > 12)
            throw new InvalidDataException($"Source {source.Name}: fiscal_year_start is a month, 1 to 12.");
        if (source.Recognise.Count == 0)
            throw new InvalidDataException($"Source {source.Name}: recognise names no column, so every file would fit.");
        var parts = source.Combined.SelectMany(c => c.Columns).ToHashSet(StringComparer.Ordinal);
        foreach (SourceColumn column in source.Columns)
        {
            if (column.Field is null && column.Ignored is null && !column.Names.Any(parts.Contains))
                throw new InvalidDataException(
                    $"Source {source.Name}: column {column.Names[0]} has no field, is no part of a combination, and has no reason to be ignored."
                );
        }
    }

    private sealed record Document(
        string Title,
        string Publisher,
        string Edition,
        string Terms,
        List<string> Recognise,
        SourceFormat? Format,
        Dictionary<string, string>? Constants,
        List<ColumnEntry> Columns,
        List<CombinedColumn>? Combined,
        List<string>? ItemColumns,
        List<string>? ItemDetails,
        List<SkipRule>? SkipRows,
        List<string>? Told,
        SourceAssertions? Assertions
    );

    private sealed record ColumnEntry(
        List<string> Names,
        ColumnRole? Role,
        string? Field,
        string? Ignored,
        bool PlaceThenCountry,
        List<string>? Formats,
        Dictionary<string, ValueTarget>? Values
    );

    /// <summary>A target is written <c>"code"</c>, or <c>{"field": …, "code": …}</c> where the value belongs to another field.</summary>
    private sealed class TargetConverter : JsonConverter<ValueTarget>
    {
        public override ValueTarget Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return new ValueTarget(null, reader.GetString()!);
            using JsonDocument target = JsonDocument.ParseValue(ref reader);
            if (
                target.RootElement.ValueKind != JsonValueKind.Object
                || !target.RootElement.TryGetProperty("field", out JsonElement field)
                || !target.RootElement.TryGetProperty("code", out JsonElement code)
            )
                throw new JsonException("A value's meaning is a code, or an object with field and code.");
            return new ValueTarget(field.GetString(), code.GetString() ?? throw new JsonException("A value's meaning has no code."));
        }

        public override void Write(Utf8JsonWriter writer, ValueTarget value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Descriptions are read, never written.");
    }
}
