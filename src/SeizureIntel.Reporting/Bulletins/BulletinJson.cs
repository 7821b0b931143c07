using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SeizureIntel.Charts;
using SeizureIntel.Reporting.Charts;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The bulletin as JSON: the whole document, and every figure with its query, n, method and data cut-off.</summary>
public static class BulletinJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document as indented JSON, names in snake_case. The same document gives the same bytes.</summary>
    public static string Write(Bulletin bulletin)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            json.WriteStartObject();
            json.WriteString("id", bulletin.Id);
            Banner(json, bulletin.Banner);
            Each(json, "bottom_line", bulletin.BottomLine, Statement);
            Each(json, "sections", bulletin.Sections, Section);
            Dictionary<string, BulletinEvidence> evidence = bulletin.Evidence.ToDictionary(e => e.Id, StringComparer.Ordinal);
            Each(json, "figures", bulletin.Figures, (j, f) => Figure(j, f, evidence[f.EvidenceId], bulletin.Banner));
            Each(json, "evidence", bulletin.Evidence, Evidence);
            Each(json, "charts", bulletin.Charts, Chart);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Banner(Utf8JsonWriter json, BulletinBanner banner)
    {
        json.WriteStartObject("banner");
        json.WriteString("title", banner.Title);
        json.WriteString("marking", banner.Marking);
        json.WriteString("product_number", banner.ProductNumber);
        json.WriteString("region", banner.Region);
        json.WriteString("from", Day(banner.From));
        json.WriteString("to", Day(banner.To));
        json.WriteString("data_cut_off", CutOff(banner));
        json.WriteString("issued_on", Day(banner.IssuedOn));
        json.WriteString("originator", banner.Originator);
        if (banner.Pages is { } pages)
            json.WriteNumber("pages", pages);
        else
            json.WriteNull("pages");
        json.WriteEndObject();
    }

    private static void Section(Utf8JsonWriter json, BulletinSection section)
    {
        json.WriteString("id", section.Id);
        json.WriteString("title", section.Title);
        Each(json, "blocks", section.Blocks, Block);
    }

    private static void Block(Utf8JsonWriter json, BulletinBlock block)
    {
        Optional(json, "title", block.Title);
        Optional(json, "nil", block.Nil);
        Optional(json, "paragraph", block.Paragraph);
        if (block.Facts is { } facts)
            Each(json, "facts", facts, (j, f) =>
            {
                j.WriteString("name", f.Name);
                Cell(j, "value", f.Value);
            });
        if (block.Cards is { } cards)
        {
            Each(json, "cards", cards, (j, c) =>
            {
                j.WriteString("label", c.Label);
                Cell(j, "value", c.Value);
                j.WriteString("change_all", c.ChangeAll);
                j.WriteString("change_panel", c.ChangePanel);
            });
        }

        if (block.Statements is { } statements)
            Each(json, "statements", statements, Statement);
        if (block.Table is { } table)
            Table(json, table);
        Optional(json, "chart", block.ChartId);
        Optional(json, "note", block.Note);
    }

    private static void Table(Utf8JsonWriter json, BulletinTable table)
    {
        json.WriteStartObject("table");
        json.WriteString("id", table.Id);
        json.WriteStartArray("columns");
        foreach (BulletinColumn column in table.Columns)
            json.WriteStringValue(column.Label);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (IReadOnlyList<BulletinCell> row in table.Rows)
        {
            json.WriteStartArray();
            foreach (BulletinCell cell in row)
                Cell(json, cell);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Statement(Utf8JsonWriter json, BulletinStatement statement)
    {
        json.WriteString("subject", statement.Subject);
        json.WriteString("text", statement.Text);
        if (statement.Figure is { } figure)
            Cell(json, "figure", figure);
        json.WriteString("comparison", statement.Comparison);
        json.WriteString("period", statement.Period);
        json.WriteString("so_what", statement.SoWhat);
        Optional(json, "also", statement.Also.Length > 0 ? statement.Also : null);
        json.WriteString("certainty", statement.Certainty);
        json.WriteString("statistics", statement.Statistics);
        json.WriteString("caveats", statement.Caveats);
    }

    private static void Figure(Utf8JsonWriter json, BulletinFigure figure, BulletinEvidence evidence, BulletinBanner banner)
    {
        json.WriteString("id", figure.Id);
        json.WriteString("label", figure.Label);
        json.WriteString("text", figure.Text);
        Number(json, "value", figure.Value);
        json.WriteString("unit", figure.Unit);
        Number(json, "n", evidence.Count);
        json.WriteStartObject("known");
        json.WriteNumber("n", figure.Known.N);
        json.WriteNumber("of", figure.Known.Of);
        Optional(json, "bound", figure.Known.Bound);
        json.WriteEndObject();
        json.WriteString("method", figure.Method);
        json.WriteString("data_cut_off", CutOff(banner));
        json.WriteString("evidence", evidence.Id);
        json.WritePropertyName("query");
        json.WriteRawValue(evidence.QueryJson);
    }

    private static void Evidence(Utf8JsonWriter json, BulletinEvidence evidence)
    {
        json.WriteString("id", evidence.Id);
        json.WriteString("label", evidence.Label);
        Number(json, "count", evidence.Count);
        json.WritePropertyName("query");
        json.WriteRawValue(evidence.QueryJson);
        json.WriteString("command", evidence.Command);
    }

    private static void Chart(Utf8JsonWriter json, Chart chart)
    {
        ChartOption option = ChartOptions.Of(chart);
        json.WriteString("id", chart.Id);
        json.WriteString("alt_text", chart.AltText);
        json.WriteNumber("width", option.Width);
        json.WriteNumber("height", option.Height);
        json.WritePropertyName("option");
        json.WriteRawValue(option.Json);
    }

    private static void Cell(Utf8JsonWriter json, string name, BulletinCell cell)
    {
        json.WritePropertyName(name);
        Cell(json, cell);
    }

    // A word is a string, a figure an object: a reader can tell them apart without the column's name.
    private static void Cell(Utf8JsonWriter json, BulletinCell cell)
    {
        if (cell.FigureId is null)
        {
            json.WriteStringValue(cell.Text);
            return;
        }

        json.WriteStartObject();
        json.WriteString("text", cell.Text);
        json.WriteString("figure", cell.FigureId);
        json.WriteEndObject();
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? CutOff(BulletinBanner banner) =>
        banner.DataCutOff?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
