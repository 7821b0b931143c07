using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ExcelDataReader;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens an Excel 97-2003 workbook (BIFF8, [MS-XLS]) by ExcelDataReader, row by row.</summary>
internal static class XlsFile
{
    public static RawFile Open(ByteSource source, IntakeOptions options)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        IExcelDataReader? reader = null;
        try
        {
            reader = ExcelReaderFactory.CreateBinaryReader(source.OpenSeekable());
            var sheets = new List<(string Name, int Place, bool IsHidden)>();
            do
            {
                if (sheets.Count == WorkbookFile.MostSheets)
                    throw Unreadable.TooManySheets(WorkbookFile.MostSheets);
                sheets.Add((reader.Name, sheets.Count, reader.VisibleState != "visible"));
            } while (reader.NextResult());

            reader.Reset();
            var cursor = new XlsCursor(reader);
            return WorkbookFile.Open(
                [.. WorkbookFile.Chosen(sheets, options).Select(s => new XlsSheet(s.Name, s.Place, cursor, options))],
                new(StringComparer.Ordinal) { ["format"] = "xls" },
                source,
                options,
                cursor,
                Protected
            );
        }
        catch (Exception problem) when (XlsCursor.IsDamage(problem))
        {
            reader?.Dispose();
            throw Protected();
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    /// <summary>The workbook has a password, is damaged, or is no workbook.</summary>
    private static UnreadableFileException Protected() =>
        new(
            "old_excel",
            "The file is an Excel 97-2003 workbook that is damaged or protected with a password; an open workbook or CSV was expected.",
            "Open it and save it as .xlsx without a password, or as CSV in UTF-8."
        );
}
