using System;
using System.Collections.Generic;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>The sheets of an OpenDocument spreadsheet by name and place.</summary>
internal sealed class OdsSheets
{
    private readonly List<(string Name, int Place, bool IsHidden)> _sheets = [];

    private OdsSheets() { }

    /// <summary>Reads the part once for its sheets and for the styles that stand before them.</summary>
    public static OdsSheets Of(Func<XmlReader> open, OdsStyles styles)
    {
        var sheets = new OdsSheets();
        bool isSpreadsheet = false;
        using XmlReader xml = open();
        while (SheetCursor.Read(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            isSpreadsheet |= xml.LocalName == "spreadsheet" && xml.NamespaceURI == OdsNames.Office;
            if (!isSpreadsheet)
                styles.Note(xml);
            if (isSpreadsheet && OdsFile.IsSheet(xml))
                sheets.Add(xml, styles);
        }

        return isSpreadsheet ? sheets : throw WorkbookPackage.OtherWorkbook("an OpenDocument file without sheets (a text, a drawing)");
    }

    /// <summary>The sheet that was named, or the visible ones; a hidden one where there is no other.</summary>
    public IReadOnlyList<(string Name, int Place)> Chosen(IntakeOptions options) => WorkbookFile.Chosen(_sheets, options);

    private void Add(XmlReader xml, OdsStyles styles)
    {
        if (_sheets.Count == WorkbookFile.MostSheets)
            throw Unreadable.TooManySheets(WorkbookFile.MostSheets);
        _sheets.Add(
            (
                xml.GetAttribute("name", OdsNames.Table) ?? string.Empty,
                _sheets.Count,
                styles.Hides(xml.GetAttribute("style-name", OdsNames.Table))
            )
        );
    }
}
