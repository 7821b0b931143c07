using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security;
using System.Text;

namespace SeizureIntel.Workbench.Exports;

/// <summary>Writes a workbook row by row, straight into a stream that need not seek; texts are texts, never formulas.</summary>
/// <remarks>The parts are those of ECMA-376, part 1 (SpreadsheetML), that a sheet of values needs. A sheet holds 1,048,576 rows; what goes beyond it
/// stands on a further sheet under the same headings.</remarks>
internal sealed class WorkbookWriter : IDisposable
{
    private const int MostRows = 1_048_576;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    // Two looks: plain, and on a light red ground. The first two fills are those that every program expects.
    private const string Styles =
        $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill>"
        + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFC7CE\"/></patternFill></fill></fills>"
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"2\"><xf/><xf fillId=\"2\" applyFill=\"1\"/></cellXfs></styleSheet>";

    private readonly ZipArchive _parts;
    private readonly string _sheetName;
    private readonly IReadOnlyList<string> _headings;
    private readonly int _mostRows;
    private readonly int _frozenColumns;
    private StreamWriter? _sheet;
    private int _sheets;
    private int _rows;

    /// <param name="target">Receives the workbook; left open.</param>
    /// <param name="sheetName">Name of the sheet.</param>
    /// <param name="headings">The first row of each sheet.</param>
    /// <param name="mostRows">Most rows of a sheet, the headings among them.</param>
    /// <param name="frozenColumns">Columns on the left that stay in sight, with the headings; 0 for none.</param>
    public WorkbookWriter(Stream target, string sheetName, IReadOnlyList<string> headings, int mostRows = MostRows, int frozenColumns = 0)
    {
        _parts = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        (_sheetName, _headings, _mostRows, _frozenColumns) = (sheetName, headings, mostRows, frozenColumns);
        BeginSheet();
    }

    /// <summary>The next row; numbers as numbers, all else as text, null and empty as an empty cell.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="coloured">Positions of the cells that are coloured; null for none.</param>
    public void Add(IReadOnlyList<object?> cells, IReadOnlyCollection<int>? coloured = null)
    {
        if (_rows == _mostRows)
        {
            EndSheet();
            BeginSheet();
        }

        _rows++;
        _sheet!.Write("<row>");
        for (int i = 0; i < cells.Count; i++)
            Write(_sheet, cells[i], coloured?.Contains(i) == true ? " s=\"1\"" : "");
        _sheet.Write("</row>");
    }

    public void Dispose()
    {
        EndSheet();
        string sheets = "",
            relations = "",
            kinds = "";
        for (int i = 1; i <= _sheets; i++)
        {
            string name = SecurityElement.Escape(i == 1 ? _sheetName : string.Create(CultureInfo.InvariantCulture, $"{_sheetName} {i}"));
            sheets += $"<sheet name=\"{name}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>";
            relations += $"<Relationship Id=\"rId{i}\" Type=\"{Related}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>";
            kinds += $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Kinds}.worksheet+xml\"/>";
        }

        relations += $"<Relationship Id=\"styles\" Type=\"{Related}/styles\" Target=\"styles.xml\"/>";
        kinds += $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Kinds}.styles+xml\"/>";
        Part("xl/styles.xml", Styles);

        Part(
            "xl/workbook.xml",
            $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Related}\"><bookViews><workbookView/></bookViews><sheets>{sheets}</sheets></workbook>"
        );
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{relations}</Relationships>");
        Part(
            "_rels/.rels",
            $"<Relationships xmlns=\"{Package}/relationships\">"
                + $"<Relationship Id=\"rId1\" Type=\"{Related}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        );
        Part(
            "[Content_Types].xml",
            $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" "
                + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kinds}.sheet.main+xml\"/>{kinds}</Types>"
        );
        _parts.Dispose();
    }

    private void BeginSheet()
    {
        _sheets++;
        _rows = 0;
        _sheet = Open(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{_sheets}.xml"));
        _sheet.Write($"<worksheet xmlns=\"{Main}\">");
        if (_frozenColumns > 0)
            _sheet.Write(
                "<sheetViews><sheetView workbookViewId=\"0\"><pane "
                    + string.Create(CultureInfo.InvariantCulture, $"xSplit=\"{_frozenColumns}\" ySplit=\"1\" ")
                    + $"topLeftCell=\"{(char)('A' + _frozenColumns)}2\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews>"
            );
        _sheet.Write("<sheetData>");
        Add([.. _headings]);
    }

    private void EndSheet()
    {
        _sheet!.Write("</sheetData></worksheet>");
        _sheet.Dispose();
    }

    private void Part(string name, string content)
    {
        using StreamWriter part = Open(name);
        part.Write(content);
    }

    private StreamWriter Open(string name)
    {
        var part = new StreamWriter(_parts.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 15);
        part.Write(Head);
        return part;
    }

    private static void Write(StreamWriter sheet, object? cell, string look)
    {
        switch (cell)
        {
            case null or "":
                sheet.Write($"<c{look}/>");
                break;
            case double number:
                sheet.Write($"<c{look}><v>{number.ToString("R", CultureInfo.InvariantCulture)}</v></c>");
                break;
            case int number:
                sheet.Write($"<c{look}><v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>");
                break;
            default:
                sheet.Write($"<c{look} t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                sheet.Write(SecurityElement.Escape(Clean((string)cell)));
                sheet.Write("</t></is></c>");
                break;
        }
    }

    // XML 1.0 cannot hold most control characters, escaped or not, nor half a pair of surrogates.
    private static string Clean(string text) => string.Create(text.Length, text, static (into, from) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                char c = from[i];
                bool isWhole = char.IsHighSurrogate(c)
                    ? i + 1 < from.Length && char.IsLowSurrogate(from[i + 1])
                    : !char.IsLowSurrogate(c) || (i > 0 && char.IsHighSurrogate(from[i - 1]));
                into[i] = (c < ' ' && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF' || !isWhole ? ' ' : c;
            }
        });
}
