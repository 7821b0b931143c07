using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SeizureIntel.Etl.Sources;

/// <summary>Writes a description as the text of a <c>source.json</c>, which <see cref="SourceDescription.Parse"/> reads back alike.</summary>
public static class SourceJsonText
{
    /// <summary>The text, indented, with LF.</summary>
    public static string Of(SourceDescription source)
    {
        var bytes = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                bytes,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
            Write(json, source);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, SourceDescription source)
    {
        json.WriteStartObject();
        json.WriteString("title", source.Title);
        json.WriteString("publisher", source.Publisher);
        json.WriteString("edition", source.Edition);
        json.WriteString("terms", source.Terms);
        Strings(json, "recognise", source.Recognise);
        json.WriteStartObject("format");
        Text(json, "encoding", source.Format.Encoding);
        Text(json, "delimiter", source.Format.Delimiter);
        Text(json, "decimal_mark", source.Format.DecimalMark);
        Text(json, "sheet", source.Format.Sheet);
        if (source.Format.FiscalYearStart is { } month)
            json.WriteNumber("fiscal_year_start", month);
        Strings(json, "separators", source.Format.Separators);
        json.WriteEndObject();
        json.WriteStartObject("constants");
        foreach ((string field, string value) in source.Constants)
            json.WriteString(field, value);
        json.WriteEndObject();
        json.WriteStartArray("columns");
        foreach (SourceColumn column in source.Columns)
            Column(json, column);
        json.WriteEndArray();
        if (source.Combined.Count > 0)
        {
            json.WriteStartArray("combined");
            foreach (CombinedColumn combined in source.Combined)
                Combined(json, combined);
            json.WriteEndArray();
        }

        Strings(json, "item_columns", source.ItemColumns);
        Strings(json, "item_details", source.ItemDetails);
        if (source.SkipRows.Count > 0)
        {
            json.WriteStartArray("skip_rows");
            foreach (SkipRule rule in source.SkipRows)
            {
                json.WriteStartObject();
                json.WriteString("column", rule.Column);
                Strings(json, "equal", rule.Equal);
                json.WriteString("reason", rule.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Strings(json, "told", source.Told);
        Assertions(json, source.Assertions);
        json.WriteEndObject();
    }

    private static void Column(Utf8JsonWriter json, SourceColumn column)
    {
        json.WriteStartObject();
        Strings(json, "names", column.Names);
        Text(json, "field", column.Field);
        Text(json, "ignored", column.Ignored);
        if (column.Ignored is null && column.Role != SourceJson.RoleOf(column.Field))
            json.WriteString("role", JsonNamingPolicy.SnakeCaseLower.ConvertName(column.Role.ToString()));
        if (column.PlaceThenCountry)
            json.WriteBoolean("place_then_country", true);
        Strings(json, "formats", column.Formats);
        Values(json, column.Values);
        json.WriteEndObject();
    }

    private static void Combined(Utf8JsonWriter json, CombinedColumn combined)
    {
        json.WriteStartObject();
        Strings(json, "columns", combined.Columns);
        json.WriteString("field", combined.Field);
        json.WriteString("join", combined.Join);
        if (combined.UntilBlank)
            json.WriteBoolean("until_blank", true);
        Values(json, combined.Values);
        json.WriteEndObject();
    }

    private static void Values(Utf8JsonWriter json, IReadOnlyDictionary<string, ValueTarget> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartObject("values");
        foreach ((string value, ValueTarget target) in values)
        {
            if (target.Field is null)
            {
                json.WriteString(value, target.Code);
                continue;
            }

            json.WriteStartObject(value);
            json.WriteString("field", target.Field);
            json.WriteString("code", target.Code);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Assertions(Utf8JsonWriter json, SourceAssertions assertions)
    {
        json.WriteStartObject("assertions");
        if (assertions.RowsMin is { } least)
            json.WriteNumber("rows_min", least);
        if (assertions.RowsMax is { } most)
            json.WriteNumber("rows_max", most);
        if (assertions.AcceptedShareMin is { } share)
            json.WriteNumber("accepted_share_min", share);
        if (assertions.DateMin is { } from)
            json.WriteString("date_min", from.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        if (assertions.DateMax is { } to)
            json.WriteString("date_max", to.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
