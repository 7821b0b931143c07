using System;
using System.Collections.Generic;
using System.Globalization;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>A sheet's rows as text: dates as ISO 8601, numbers invariant, stored results of formulas; comments and drawings are left out.</summary>
internal sealed class OdsSheet(string name, int place, long packedBytes, SheetCursor cursor, OdsStyles styles, IntakeOptions options)
    : SpanningSheet(name, isTyped: true, options)
{
    // Repeats count from there on, as the unpacked bytes of a part do.
    private const long RepeatsCountFrom = 16L << 20;

    private readonly RowCells _row = new(options);
    private readonly List<(int End, string? Style)> _columns = [];
    private long _repeated;

    public override IEnumerable<RawRow> Rows(MergedRows merged)
    {
        XmlReader xml = cursor.At(place);
        _columns.Clear();
        _repeated = 0;
        int number = 0;
        var element = SheetCursor.Within.Of(xml);
        while (SheetCursor.ReadWithin(xml, element))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.NamespaceURI != OdsNames.Table)
                continue;
            if (xml.LocalName == "shapes")
                SheetCursor.Pass(xml);
            else if (xml.LocalName == "table-column")
                NoteColumn(xml);
            if (xml.LocalName != "table-row")
                continue;
            int times = Count(xml, "number-rows-repeated");
            RawRow row = Row(xml, number + 1, merged);
            if (row.Cells.Count == 0)
            {
                number = (int)Math.Min((long)number + times, WorkbookFile.MostRows);
                continue;
            }

            for (int i = 0; i < times; i++)
            {
                if (i > 0)
                    CountRepeats(row.Cells);
                if (number >= WorkbookFile.MostRows)
                    throw OdsFile.Bomb(Options.MaxCompressionRatio);
                yield return row with
                {
                    Number = ++number,
                };
            }
        }
    }

    private RawRow Row(XmlReader xml, int number, MergedRows merged)
    {
        _row.Begin(number);
        var element = SheetCursor.Within.Of(xml);
        string? style = xml.GetAttribute("default-cell-style-name", OdsNames.Table);
        while (SheetCursor.ReadWithin(xml, element))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.NamespaceURI != OdsNames.Table)
                continue;
            if (xml.LocalName == "covered-table-cell")
            {
                int covered = Count(xml, "number-columns-repeated");
                SheetCursor.Pass(xml);
                _row.Pass(covered);
            }
            else if (xml.LocalName == "table-cell")
            {
                Cell(xml, style, number, merged);
            }
        }

        return _row.End();
    }

    private void Cell(XmlReader xml, string? rowStyle, int number, MergedRows merged)
    {
        int times = Count(xml, "number-columns-repeated");
        int rows = Count(xml, "number-rows-spanned");
        int columns = Count(xml, "number-columns-spanned");
        bool isFormula = xml.GetAttribute("formula", OdsNames.Table) is not null;
        string text = Value(xml, rowStyle);
        Note(merged, number, text, _row.Next, rows, columns);
        if (times > 1 && text.Length > 0)
            Count((long)(times - 1) * (text.Length + 1));
        _row.Add(text, times, isFormula);
    }

    private string Value(XmlReader xml, string? rowStyle)
    {
        string? style = xml.GetAttribute("style-name", OdsNames.Table) ?? rowStyle ?? ColumnStyle();
        string? value = xml.GetAttribute("value-type", OdsNames.Office) switch
        {
            "float" or "percentage" or "currency" => xml.GetAttribute("value", OdsNames.Office) is { } n ? SheetValue.Plain(n) : null,
            "date" => xml.GetAttribute("date-value", OdsNames.Office) is { } day ? SheetValue.Moment(day, styles.Of(style)) : null,
            "time" => xml.GetAttribute("time-value", OdsNames.Office) is { } span ? Time(span) : null,
            "boolean" => xml.GetAttribute("boolean-value", OdsNames.Office) switch
            {
                "true" => "TRUE",
                "false" => "FALSE",
                _ => null,
            },
            // An error has a blank value, and shows which it is.
            _ => xml.GetAttribute("string-value", OdsNames.Office) is { Length: > 0 } stated ? stated : null,
        };
        if (value is null)
            return OdsText.Of(xml, Options);
        SheetCursor.Pass(xml);
        return value;
    }

    private static string Time(string span)
    {
        try
        {
            return XmlConvert.ToTimeSpan(span).ToString("c", CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return span;
        }
    }

    private void NoteColumn(XmlReader xml)
    {
        int from = _columns.Count == 0 ? 0 : _columns[^1].End;
        if (from < Options.MaxColumns)
            _columns.Add(
                (
                    (int)Math.Min((long)from + Count(xml, "number-columns-repeated"), Options.MaxColumns),
                    xml.GetAttribute("default-cell-style-name", OdsNames.Table)
                )
            );
    }

    private string? ColumnStyle()
    {
        int at = _columns.FindIndex(c => c.End > _row.Next);
        return at < 0 ? null : _columns[at].Style;
    }

    private void CountRepeats(IReadOnlyList<string> cells)
    {
        long characters = cells.Count;
        foreach (string cell in cells)
            characters += cell.Length;
        Count(characters);
    }

    private void Count(long repeated)
    {
        _repeated += repeated;
        if (_repeated > RepeatsCountFrom && _repeated / Math.Max(1, packedBytes) > Options.MaxCompressionRatio)
            throw OdsFile.Bomb(Options.MaxCompressionRatio);
    }

    // 1 where nothing, or no number, is stated; no sheet has more rows.
    private static int Count(XmlReader xml, string attribute) =>
        xml.GetAttribute(attribute, OdsNames.Table) is { } stated
        && long.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out long times)
            ? (int)Math.Clamp(times, 1, WorkbookFile.MostRows)
            : 1;
}
