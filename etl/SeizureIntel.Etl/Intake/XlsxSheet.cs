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
    private readonly List<CellPool> _pools = [];

    public string Name => name;

    public bool IsTyped => true;

    public (IReadOnlyList<RawRow> First, IReadOnlyCollection<MergedCells> Merged) Look(int rows) =>
        ([.. Rows().TakeWhile(r => r.Number <= rows)], [.. XlsxMerged.Of(sheet, options).Where(m => m.From <= rows)]);

    public IEnumerable<RawRow> Rows(MergedRows merged)
    {
        var tall = new List<MergedCells>();
        foreach (MergedCells area in XlsxMerged.Of(sheet, options).Where(m => m.To > m.From && m.Column < options.MaxColumns))
        {
            if (tall.Count == WorkbookFile.MostMerged)
                throw Unreadable.TooManyMerged(WorkbookFile.MostMerged);
            tall.Add(area);
        }

        foreach (MergedCells area in tall.OrderBy(m => m.From))
            merged.Add(area);
        return Rows();
    }

    private IEnumerable<RawRow> Rows()
    {
        using XmlReader xml = XlsxWorkbook.Xml(sheet, options);
        int number = 0;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
                yield break;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                continue;
            number = Math.Max(Number(xml.GetAttribute("r")) ?? 0, number + 1);
            if (number > WorkbookFile.MostRows)
                throw new InvalidDataException("No sheet has so many rows.");
            yield return Row(xml, number);
        }
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
                else if (cells[column].Length == 0)
                    cells[column] = text;
                else if (text.Length > 0)
                    throw Unreadable.CellTwice(number);
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

    /// <summary>A whole number; null for anything else.</summary>
    public static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>The column (from 0) of a reference: AB12 is 27, its letters count in base 26; null where it has none.</summary>
    public static int? Column(string? reference)
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
