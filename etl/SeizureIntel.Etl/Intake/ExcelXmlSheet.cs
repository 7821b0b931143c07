using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>A sheet of an Excel 2003 XML workbook: dates as ISO 8601, numbers invariant, stored results of formulas; comments are left out.</summary>
internal sealed class ExcelXmlSheet(
    string name,
    int place,
    SheetCursor cursor,
    IReadOnlyDictionary<string, CellStyle> styles,
    IntakeOptions options
) : SpanningSheet(name, isTyped: true, options)
{
    private const string Names = ExcelXmlFile.Names;
    private readonly RowCells _row = new(options);

    public override IEnumerable<RawRow> Rows(MergedRows merged)
    {
        XmlReader xml = cursor.At(place);
        int number = 0;
        var element = SheetCursor.Within.Of(xml);
        while (SheetCursor.ReadWithin(xml, element))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Row" || xml.NamespaceURI != Names)
                continue;
            // Excel refuses rows whose index does not grow; read in their order none is lost.
            number = Math.Max(Count(xml, "Index") ?? 0, number + 1);
            if (number > WorkbookFile.MostRows)
                throw new InvalidDataException("No sheet has so many rows.");
            int alike = Count(xml, "Span") ?? 0;
            RawRow row = Row(xml, number, merged);
            if (row.Cells.Count > 0)
                yield return row;
            number += alike;
        }
    }

    private RawRow Row(XmlReader xml, int number, MergedRows merged)
    {
        _row.Begin(number);
        var element = SheetCursor.Within.Of(xml);
        while (SheetCursor.ReadWithin(xml, element))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Cell" || xml.NamespaceURI != Names)
                continue;
            int column = Count(xml, "Index") - 1 ?? _row.Next;
            int columns = Count(xml, "MergeAcross") ?? 0;
            int rows = Count(xml, "MergeDown") ?? 0;
            bool isFormula = ExcelXmlFile.Stated(xml, "Formula") is not null;
            string text = Value(xml);
            if (column < _row.Next)
            {
                if (text.Length > 0)
                    throw Unreadable.CellTwice(number);
                continue;
            }

            _row.Pass(column - _row.Next);
            Note(merged, number, text, column, rows + 1, columns + 1);
            _row.Add(text, 1, isFormula);
            _row.Pass(columns);
        }

        return _row.End();
    }

    // What the cell shows; rich text stands in elements of HTML.
    private string Value(XmlReader xml)
    {
        CellStyle style = styles.GetValueOrDefault(ExcelXmlFile.Stated(xml, "StyleID") ?? string.Empty);
        string type = "String";
        var text = new StringBuilder();
        var element = SheetCursor.Within.Of(xml);
        bool isValue = false;
        while (SheetCursor.ReadWithin(xml, element))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == element.Depth + 1)
            {
                isValue = xml.LocalName == "Data" && xml.NamespaceURI == Names;
                if (isValue)
                    type = ExcelXmlFile.Stated(xml, "Type") ?? type;
                else
                    SheetCursor.Pass(xml);
            }
            else if (isValue && xml.HasValue && xml.Depth > element.Depth + 1)
            {
                text.Append(xml.Value);
                if (text.Length > Options.MaxLineCharacters)
                    throw Unreadable.TooLong(Options.MaxLineCharacters, null);
            }
        }

        string value = text.ToString();
        return type switch
        {
            "Number" => SheetValue.Plain(value),
            "DateTime" => SheetValue.Moment(value, style),
            "Boolean" => value == "1" ? "TRUE" : "FALSE",
            _ => value,
        };
    }

    private static int? Count(XmlReader xml, string attribute) =>
        long.TryParse(ExcelXmlFile.Stated(xml, attribute), NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            ? (int)Math.Min(count, WorkbookFile.MostRows + 1)
            : null;
}
