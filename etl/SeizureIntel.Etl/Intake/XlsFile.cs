using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ExcelDataReader;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens an Excel 97-2003 workbook (BIFF8, [MS-XLS]) by ExcelDataReader, row by row.</summary>
internal static class XlsFile
{
    private const int HeadBytes = 512;
    private const uint LastSector = 0xfffffffa;

    // [MS-XLS] 2.4.90
    private const int MostRows = 1 << 16;
    private const int MostColumns = 1 << 8;

    // Those of all sheets are held against the bytes from there on, as the unpacked bytes of other formats are: a sheet and a half that are full.
    private const long CellsCountFrom = 24L << 20;

    public static RawFile Open(ByteSource source, IntakeOptions options)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        IExcelDataReader? reader = null;
        try
        {
            Stream bytes = source.OpenSeekable();
            if (IsEndless(bytes))
                throw Protected();
            reader = ExcelReaderFactory.CreateBinaryReader(bytes);
            var sheets = new List<(string Name, int Place, bool IsHidden)>();
            var sizes = new List<(int Rows, int Columns)>();
            do
            {
                if (sheets.Count == WorkbookFile.MostSheets)
                    throw Unreadable.TooManySheets(WorkbookFile.MostSheets);
                sheets.Add((reader.Name, sheets.Count, reader.VisibleState != "visible"));
                sizes.Add((reader.RowCount, reader.FieldCount));
            } while (reader.NextResult());

            IReadOnlyList<(string Name, int Place)> chosen = WorkbookFile.Chosen(sheets, options);
            CheckSizes([.. chosen.Select(s => sizes[s.Place])], bytes.Length, options);
            reader.Reset();
            var cursor = new XlsCursor(reader);
            return WorkbookFile.Open(
                [.. chosen.Select(s => new XlsSheet(s.Name, s.Place, cursor, options))],
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

    // The sectors that list the others form a chain ([MS-CFB], 2.5); the library follows one that bites its tail until the memory is full.
    private static bool IsEndless(Stream bytes)
    {
        byte[] head = new byte[HeadBytes];
        bytes.ReadExactly(head);
        int shift = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(30));
        if (shift is < 7 or > 16)
            return true;
        byte[] link = new byte[sizeof(uint)];
        uint sector = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(68));
        long left = bytes.Length >> shift;
        while (sector <= LastSector && left-- > 0)
        {
            long at = ((sector + 2L) << shift) - link.Length;
            if (at + link.Length > bytes.Length)
                break;
            bytes.Position = at;
            bytes.ReadExactly(link);
            sector = BinaryPrimitives.ReadUInt32LittleEndian(link);
        }

        bytes.Position = 0;
        return left < 0;
    }

    // A sheet has as many rows as it says, whatever it holds: the library passes over each of those that are blank.
    private static void CheckSizes((int Rows, int Columns)[] sizes, long bytes, IntakeOptions options)
    {
        foreach ((int rows, int columns) in sizes)
        {
            if (rows > MostRows || columns > MostColumns)
                throw TooLarge(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"A sheet of the Excel 97-2003 workbook says that it has {rows} rows and {columns} columns; {MostRows} and {MostColumns} are the most."
                    )
                );
        }

        long cells = sizes.Sum(s => (long)s.Rows * Math.Max(1, s.Columns));
        if (cells > CellsCountFrom && cells / bytes > options.MaxCompressionRatio)
            throw TooLarge(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The sheets of the Excel 97-2003 workbook say that they have {cells} cells in {bytes} bytes, which no honest table has."
                )
            );
    }

    private static UnreadableFileException TooLarge(string found) =>
        new("xls_bomb", found, "Open it, check that every row is there, and save it as .xlsx, or as CSV in UTF-8.");

    /// <summary>The workbook has a password, is damaged, or is no workbook.</summary>
    private static UnreadableFileException Protected() =>
        new(
            "old_excel",
            "The file is an Excel 97-2003 workbook that is damaged or protected with a password; an open workbook or CSV was expected.",
            "Open it and save it as .xlsx without a password, or as CSV in UTF-8."
        );
}
