using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SeizureIntel.Synthetic.Files;

/// <summary>Writes one sheet of text cells.</summary>
internal static class WorkbookFile
{
    private static readonly DateTimeOffset FirstZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes header and rows.</summary>
    public static void Write(string path, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var package = new MemoryStream();
        WritePackage(package, header, rows);
        package.Position = 0;
        WithoutTimes(package, path);
    }

    private static void WritePackage(Stream package, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook);
        WorkbookPart workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "workbook");
        WorksheetPart sheet = workbook.AddNewPart<WorksheetPart>("sheet1");
        using (OpenXmlWriter writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            WriteRow(writer, header);
            foreach (IReadOnlyList<string> row in rows)
                WriteRow(writer, row);
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        workbook.Workbook = new Workbook(
            new Sheets(
                new Sheet
                {
                    Id = workbook.GetIdOfPart(sheet),
                    SheetId = 1,
                    Name = "Seizures",
                }
            )
        );
    }

    // A package records when each part was made; the same seed must give the same bytes.
    private static void WithoutTimes(Stream package, string path)
    {
        using var from = new ZipArchive(package, ZipArchiveMode.Read);
        using var to = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (ZipArchiveEntry part in from.Entries)
        {
            ZipArchiveEntry copy = to.CreateEntry(part.FullName);
            copy.LastWriteTime = FirstZipTime;
            using Stream source = part.Open(),
                target = copy.Open();
            source.CopyTo(target);
        }
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<string> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (string cell in cells)
        {
            writer.WriteElement(
                cell.Length == 0
                    ? new Cell()
                    : new Cell(new InlineString { Text = new() { Text = cell } }) { DataType = CellValues.InlineString }
            );
        }

        writer.WriteEndElement();
    }
}
