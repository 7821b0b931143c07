using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace SeizureIntel.Workbench.Exports;

/// <summary>Writes one sheet row by row; texts are texts, never formulas.</summary>
internal sealed class WorkbookWriter : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly OpenXmlWriter _sheet;

    public WorkbookWriter(Stream target, string sheetName, IReadOnlyList<string> headings)
    {
        _document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        WorkbookPart workbook = _document.AddWorkbookPart();
        WorksheetPart part = workbook.AddNewPart<WorksheetPart>();
        workbook.Workbook = new Workbook(
            new Sheets(
                new Sheet
                {
                    Id = workbook.GetIdOfPart(part),
                    SheetId = 1,
                    Name = sheetName,
                }
            )
        );
        _sheet = OpenXmlWriter.Create(part);
        _sheet.WriteStartElement(new Worksheet());
        _sheet.WriteStartElement(new SheetData());
        Add([.. headings]);
    }

    /// <summary>The next row; numbers as numbers, all else as text, null and empty as an empty cell.</summary>
    public void Add(IReadOnlyList<object?> cells)
    {
        _sheet.WriteStartElement(new Row());
        foreach (object? cell in cells)
        {
            _sheet.WriteElement(
                cell switch
                {
                    null or "" => new Cell(),
                    double number => new Cell { CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture)) },
                    int number => new Cell { CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) },
                    _ => new Cell
                    {
                        DataType = CellValues.InlineString,
                        InlineString = new InlineString(new SheetText(Clean((string)cell)) { Space = SpaceProcessingModeValues.Preserve }),
                    },
                }
            );
        }

        _sheet.WriteEndElement();
    }

    public void Dispose()
    {
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _document.Dispose();
    }

    // XML 1.0 cannot hold most control characters, escaped or not.
    private static string Clean(string text) => string.Create(text.Length, text, static (into, from) =>
        {
            for (int i = 0; i < from.Length; i++)
                into[i] = from[i] < ' ' && from[i] is not ('\t' or '\n' or '\r') ? ' ' : from[i];
        });
}
