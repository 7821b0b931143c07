using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>A worksheet's rows as text: dates as ISO 8601, numbers invariant with the 15 digits a spreadsheet shows, stored results of formulas.</summary>
internal sealed class XlsxSheet(string name, ZipArchiveEntry sheet, XlsxWorkbook workbook, IntakeOptions options) : IWorksheet
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ$";

    private readonly List<CellPool> _pools = [];

    public string Name => name;

    public bool IsTyped => true;

    public (IReadOnlyList<RawRow> First, IReadOnlyList<MergedCells> Merged) Look(int rows) =>
        ([.. Rows().TakeWhile(r => r.Number <= rows)], Merged());

    public IEnumerable<RawRow> Rows()
    {
        using XmlReader xml = XlsxWorkbook.Xml(sheet, options);
        int number = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
                yield break;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                continue;
            number = Number(xml.GetAttribute("r")) ?? (number + 1);
            if (number > WorkbookFile.MostRows)
                throw new InvalidDataException("No sheet has so many rows.");
            yield return Row(xml, number);
        }
    }

    private List<MergedCells> Merged()
    {
        var merged = new List<MergedCells>();
        if (sheet.Length > WorkbookFile.LargestWithMerged)
            return merged;
        using XmlReader xml = XlsxWorkbook.Xml(sheet, options);
        while (merged.Count < WorkbookFile.MostMerged && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheetData")
                xml.Skip();
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "mergeCell")
                continue;
            string[] ends = (xml.GetAttribute("ref") ?? "").Split(':');
            if (
                ends.Length == 2
                && Column(ends[0]) is { } column
                && Number(ends[0].TrimStart([.. Letters])) is { } from
                && Number(ends[1].TrimStart([.. Letters])) is { } to
                && Column(ends[1]) is { } last
            )
                merged.Add(new MergedCells(from, to, column, last));
        }

        return merged;
    }

    private RawRow Row(XmlReader xml, int number)
    {
        var cells = new List<string>();
        List<int>? formulas = null;
        long characters = 0;
        if (!xml.IsEmptyElement)
        {
            int depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                    continue;
                int column = Column(xml.GetAttribute("r")) ?? cells.Count;
                if (column >= options.MaxColumns)
                    throw Unreadable.TooManyColumns(options.MaxColumns);
                while (cells.Count < column)
                    cells.Add(string.Empty);
                string text = Cell(xml, column, out bool isFormula);
                characters += text.Length;
                if (characters > options.MaxLineCharacters)
                    throw Unreadable.TooLong(options.MaxLineCharacters, number);
                if (column == cells.Count)
                    cells.Add(text);
                else
                    cells[column] = text;
                if (isFormula)
                    (formulas ??= []).Add(column);
            }
        }

        return new RawRow(number, cells, formulas is not null) { FormulaColumns = formulas ?? (IReadOnlyList<int>)[] };
    }

    private string Cell(XmlReader xml, int column, out bool isFormula)
    {
        isFormula = false;
        string type = xml.GetAttribute("t") ?? "n";
        int? style = Number(xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
            return string.Empty;
        string value = string.Empty;
        bool inValue = false;
        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                isFormula |= xml.LocalName == "f";
                inValue = xml.LocalName == "v";
                if (xml.LocalName == "is")
                    value = XlsxWorkbook.ReadString(xml);
            }
            else if (inValue && xml.Depth == depth + 2 && xml.HasValue)
            {
                value = value.Length == 0 ? xml.Value : value + xml.Value;
            }
        }

        return Pool(column).Intern(Show(type, style, value));
    }

    private string Show(string type, int? style, string value)
    {
        if (value.Length == 0)
            return string.Empty;
        switch (type)
        {
            case "s":
                return Number(value) is { } index && index < workbook.Strings.Count ? workbook.Strings[index] : string.Empty;
            case "b":
                return value == "1" ? "TRUE" : "FALSE";
            case "str":
                return XlsxWorkbook.Unescape(value);
            case "inlineStr" or "e" or "d":
                return value;
        }

        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return value;
        CellStyle shown = style is { } s && s < workbook.Styles.Count ? workbook.Styles[s] : CellStyle.Number;
        return shown == CellStyle.Number ? SheetValue.Plain(number) : Date(number, shown);
    }

    private string Date(double serial, CellStyle style)
    {
        if (workbook.Uses1904)
            serial += 1462;
        // Serial 60 is 29 February 1900, a day that never was (kept for Lotus 1-2-3); days before it stand one lower.
        else if (serial is >= 1 and < 60)
            serial += 1;
        if (serial is < 0 or >= 2958466)
            return SheetValue.Plain(serial);
        DateTime moment = new DateTime(1899, 12, 30).AddSeconds(Math.Round(serial * 86400));
        return SheetValue.Moment(moment, serial < 1 ? CellStyle.Time : style);
    }

    private CellPool Pool(int column)
    {
        while (_pools.Count <= column)
            _pools.Add(new CellPool());
        return _pools[column];
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    // "AB12" -> 27: letters count in base 26.
    private static int? Column(string? reference)
    {
        if (reference is null)
            return null;
        int column = 0;
        foreach (char c in reference)
        {
            if (!char.IsAsciiLetter(c))
                break;
            if (column > 100_000)
                return int.MaxValue;
            column = (column * 26) + (c | 32) - 'a' + 1;
        }

        return column == 0 ? null : column - 1;
    }
}
