using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens a workbook (ECMA-376 SpreadsheetML): parts are read as streams, sizes are judged from the ZIP directory before anything is
/// unpacked.</summary>
internal static class XlsxFile
{
    private const string SheetColumn = "sheet";
    private const int MaxEntries = 20000;

    public static RawFile Open(ByteSource source, ReadOnlySpan<byte> head, IntakeOptions options)
    {
        bool namedLikeWorkbook = LooksLikeWorkbook(head);
        Stream stream = source.OpenSeekable();
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read);
            Refuse(archive, options);
            RawFile file = Open(XlsxWorkbook.Read(archive, options), source, options, archive);
            archive = null;
            return file;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException)
        {
            throw archive is null && !namedLikeWorkbook ? ZipArchiveFound() : Damaged();
        }
        finally
        {
            archive?.Dispose();
        }
    }

    /// <summary>The workbook breaks off or one of its parts is damaged.</summary>
    public static UnreadableFileException Damaged() =>
        new(
            "truncated_xlsx",
            "The workbook breaks off or is damaged: one of its parts cannot be unpacked.",
            "Send the file again, or open and save it once in a spreadsheet program."
        );

    private static RawFile Open(XlsxWorkbook workbook, ByteSource source, IntakeOptions options, ZipArchive archive)
    {
        IReadOnlyList<XlsxTable> tables = XlsxTable.Of(workbook, options);
        XlsxTable first = tables[0];
        var readAs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = "xlsx",
            ["sheet"] = first.Sheet,
            ["header_row"] = first.Head.Row.ToString(CultureInfo.InvariantCulture),
            ["decimal_separator"] = (options.DecimalSeparator ?? '.').ToString(),
        };
        if (tables.Count > 1)
            readAs["sheets"] = tables.Count.ToString(CultureInfo.InvariantCulture);
        if (workbook.Others.Count + 1 - tables.Count is > 0 and var unread)
            readAs["other_sheets"] = unread.ToString(CultureInfo.InvariantCulture);
        source.Describe(readAs);
        var skipped = new SkippedRowCount();
        var file = new RawFile(HeaderRow.Name(first.Names), readAs, Rows(tables, skipped), skipped, archive);
        return tables.Count > 1 ? file.Widened([SheetColumn], _ => file.Rows) : file;
    }

    // Sheets with the same columns are read one after another; the rows of each count on from the last row of the one before it.
    private static IEnumerable<RawRow> Rows(IReadOnlyList<XlsxTable> tables, SkippedRowCount skipped)
    {
        int before = 0;
        foreach (XlsxTable table in tables)
        {
            int last = 0;
            using IEnumerator<RawRow> rows = table.Rows(skipped).GetEnumerator();
            while (Advance(rows))
            {
                RawRow row = rows.Current;
                last = row.Number;
                yield return tables.Count == 1 ? row : row with { Number = before + row.Number, Cells = [.. row.Cells, table.Sheet] };
            }

            before += last;
        }
    }

    private static bool Advance(IEnumerator<RawRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException)
        {
            throw Damaged();
        }
    }

    private static void Refuse(ZipArchive archive, IntakeOptions options)
    {
        if (archive.Entries.Count > MaxEntries)
            throw Bomb(options);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            bool isDense = entry.Length > 16L << 20 && entry.Length / Math.Max(1, entry.CompressedLength) > options.MaxCompressionRatio;
            if (isDense || entry.Length > options.MaxUncompressedBytes)
                throw Bomb(options);
        }

        if (
            archive.GetEntry("xl/workbook.xml") is not null
            || archive.GetEntry("_rels/.rels") is not null && archive.Entries.Any(IsWorkbookXml)
        )
            return;
        if (archive.GetEntry("xl/workbook.bin") is not null)
            throw OtherWorkbook("a binary workbook (.xlsb)");
        if (archive.GetEntry("mimetype") is not null && archive.GetEntry("content.xml") is not null)
            throw OtherWorkbook("an OpenDocument file (.ods)");
        throw ZipArchiveFound();
    }

    private static bool IsWorkbookXml(ZipArchiveEntry entry) => entry.FullName.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase);

    private static bool LooksLikeWorkbook(ReadOnlySpan<byte> head)
    {
        if (head.Length < 40)
            return false;
        string name = Encoding.ASCII.GetString(head[30..Math.Min(head.Length, 60)]);
        return name.StartsWith("[Content_Types]", StringComparison.Ordinal)
            || name.StartsWith("_rels/", StringComparison.Ordinal)
            || name.StartsWith("xl/", StringComparison.Ordinal)
            || name.StartsWith("docProps/", StringComparison.Ordinal);
    }

    private static UnreadableFileException Bomb(IntakeOptions options) =>
        new(
            "xlsx_bomb",
            $"A part of the workbook unpacks to more than {options.MaxCompressionRatio} times its size or "
                + $"{options.MaxUncompressedBytes >> 20} MiB, which no honest table does.",
            "Send the table as plain CSV."
        );

    private static UnreadableFileException OtherWorkbook(string found) =>
        new(
            "other_workbook",
            $"The file is {found}; an .xlsx workbook or CSV was expected.",
            "Open it and save it as .xlsx, or as CSV in UTF-8."
        );

    private static UnreadableFileException ZipArchiveFound() =>
        new(
            "zip_as_csv",
            "The file is a ZIP archive without a workbook in it; a table was expected.",
            "Unpack it and send the files one by one."
        );
}
