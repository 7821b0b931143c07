using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens an Excel 2003 XML workbook (XML Spreadsheet Reference, Microsoft 2001): one XML with all sheets, read as a stream.</summary>
internal static class ExcelXmlFile
{
    /// <summary>The namespace of all that is read of it.</summary>
    public const string Names = "urn:schemas-microsoft-com:office:spreadsheet";

    public static RawFile Open(ByteSource source, IntakeOptions options)
    {
        var cursor = new SheetCursor(() => XmlFile.Xml(source, options, keepsBlanks: true), IsSheet, null);
        try
        {
            var styles = new Dictionary<string, CellStyle>(StringComparer.Ordinal);
            IReadOnlyList<(string Name, int Place)> sheets = Chosen(source, options, styles);
            return WorkbookFile.Open(
                [.. sheets.Select(s => new ExcelXmlSheet(s.Name, s.Place, cursor, styles, options))],
                new(StringComparer.Ordinal) { ["format"] = "excel_xml" },
                source,
                options,
                cursor,
                Damaged
            );
        }
        catch (Exception e) when (WorkbookFile.IsDamage(e))
        {
            cursor.Dispose();
            throw Damaged();
        }
        catch
        {
            cursor.Dispose();
            throw;
        }
    }

    /// <summary>An attribute; some programs leave its prefix out.</summary>
    public static string? Stated(XmlReader xml, string attribute) => xml.GetAttribute(attribute, Names) ?? xml.GetAttribute(attribute);

    // The sheet that was named, or the visible ones; a hidden one where there is no other. Styles stand before the sheets.
    private static IReadOnlyList<(string Name, int Place)> Chosen(
        ByteSource source,
        IntakeOptions options,
        Dictionary<string, CellStyle> styles
    )
    {
        var sheets = new List<(string Name, int Place, bool IsHidden)>();
        string style = string.Empty;
        using XmlReader xml = XmlFile.Xml(source, options);
        while (SheetCursor.Read(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "Style")
                style = xml.GetAttribute("ID", Names) ?? string.Empty;
            else if (xml.LocalName == "NumberFormat" && styles.Count < WorkbookFile.MostStyles)
                styles[style] = Of(xml.GetAttribute("Format", Names) ?? string.Empty);
            else if (IsSheet(xml))
                sheets.Add((Stated(xml, "Name") ?? string.Empty, sheets.Count, false));
            else if (xml.LocalName == "Visible" && sheets.Count > 0)
                sheets[^1] = sheets[^1] with { IsHidden = true };
            if (sheets.Count > WorkbookFile.MostSheets)
                throw Unreadable.TooManySheets(WorkbookFile.MostSheets);
        }

        return WorkbookFile.Chosen(sheets, options);
    }

    private static bool IsSheet(XmlReader xml) => xml.Depth == 1 && xml.LocalName == "Worksheet" && xml.NamespaceURI == Names;

    // Formats that have a name instead of a code.
    private static CellStyle Of(string format) =>
        format switch
        {
            "General Date" => CellStyle.DateTime,
            "Long Date" or "Medium Date" or "Short Date" => CellStyle.Date,
            "Long Time" or "Medium Time" or "Short Time" => CellStyle.Time,
            "Currency" or "Euro Currency" or "Fixed" or "Standard" or "Percent" or "Scientific" or "Yes/No" or "True/False" or "On/Off" =>
                CellStyle.Number,
            _ => XlsxStyles.OfCode(format),
        };

    private static UnreadableFileException Damaged() =>
        new(
            "truncated_excel_xml",
            "The Excel 2003 XML workbook breaks off, breaks the rules of XML, or declares a document type.",
            "Send the file again, or open it and save it as .xlsx or as CSV in UTF-8."
        );
}
