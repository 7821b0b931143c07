using System;
using System.IO.Compression;
using System.Linq;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens a workbook (ECMA-376 SpreadsheetML): parts are read as streams.</summary>
internal static class XlsxFile
{
    public static RawFile Open(ZipArchive archive, ByteSource source, IntakeOptions options)
    {
        XlsxWorkbook workbook = XlsxWorkbook.Read(archive, options);
        return WorkbookFile.Open(
            [.. workbook.Sheets.Select(s => new XlsxSheet(s.Name, s.Part, workbook, options))],
            new(StringComparer.Ordinal) { ["format"] = "xlsx" },
            source,
            options,
            archive,
            Damaged
        );
    }

    /// <summary>The workbook breaks off or one of its parts is damaged.</summary>
    public static UnreadableFileException Damaged() =>
        new(
            "truncated_xlsx",
            "The workbook breaks off or is damaged: one of its parts cannot be unpacked.",
            "Send the file again, or open and save it once in a spreadsheet program."
        );
}
