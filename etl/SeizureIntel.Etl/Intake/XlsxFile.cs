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
    private const int HeaderRowsLookedAt = HeaderRow.RowsLookedAt;
    private const int FewestColumns = 2;
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
            XlsxWorkbook workbook = XlsxWorkbook.Read(archive, options);
            XlsxWorkbook chosen = workbook.Others.Count == 0 ? workbook : Fullest(workbook, options);
            RawFile file = Open(chosen, source, options, archive, workbook.Others.Count);
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

    // A cover, a summary or a list of codes may stand beside the records; the first table stays unless another holds far more.
    private static XlsxWorkbook Fullest(XlsxWorkbook workbook, IntakeOptions options)
    {
        XlsxWorkbook? best = null;
        int most = 0;
        foreach (XlsxWorkbook on in (XlsxWorkbook[])[workbook, .. workbook.Others.Select(workbook.On)])
        {
            List<RawRow> first = [.. new XlsxSheetReader(on.Sheet, on, options).Rows().Take(HeaderRow.RowsCompared)];
            int cells = first.Sum(r => r.Cells.Count(c => !string.IsNullOrWhiteSpace(c)));
            if (IsTable(first) && (best is null || cells > HeaderRow.FarMore * most))
                (best, most) = (on, cells);
        }

        return best ?? workbook;
    }

    private static RawFile Open(XlsxWorkbook workbook, ByteSource source, IntakeOptions options, ZipArchive archive, int unread)
    {
        var reader = new XlsxSheetReader(workbook.Sheet, workbook, options);
        IEnumerator<RawRow> rows = reader.Rows().GetEnumerator();
        var first = new List<RawRow>();
        var grid = new List<string[]>();
        int wanted = Math.Max(HeaderRowsLookedAt, options.HeaderRow ?? 0);
        while (grid.Count < wanted && rows.MoveNext())
        {
            first.Add(rows.Current);
            while (grid.Count < rows.Current.Number - 1 && grid.Count < wanted)
                grid.Add([]);
            if (grid.Count < wanted)
                grid.Add([.. rows.Current.Cells]);
        }

        if (first.Count == 0)
            throw Unreadable.Empty();
        (int headerRow, string[] header) = HeaderRow.Find(grid, options);
        int width = header.Length;
        while (width > 0 && string.IsNullOrWhiteSpace(header[width - 1]))
            width--;
        IReadOnlyList<string> columns = HeaderRow.Name(header[..width]);
        var readAs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = "xlsx",
            ["sheet"] = workbook.SheetName,
            ["header_row"] = headerRow.ToString(CultureInfo.InvariantCulture),
            ["decimal_separator"] = (options.DecimalSeparator ?? '.').ToString(),
        };
        if (unread > 0)
            readAs["other_sheets"] = unread.ToString(CultureInfo.InvariantCulture);
        source.Describe(readAs);
        var skipped = new SkippedRowCount();
        return new RawFile(
            columns,
            readAs,
            Fit(first, rows, headerRow, width, XlsxSheetReader.Merged(workbook.Sheet, options), skipped),
            skipped,
            archive
        );
    }

    private static bool IsTable(List<RawRow> first) =>
        first.Count > 1 && first.Count(r => r.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) >= FewestColumns) > 1;

    private static IEnumerable<RawRow> Fit(
        List<RawRow> first,
        IEnumerator<RawRow> rest,
        int headerRow,
        int width,
        IReadOnlyList<MergedCells> merged,
        SkippedRowCount skipped
    )
    {
        int before = headerRow;
        int taken = 0;
        using (rest)
        {
            while (true)
            {
                RawRow row;
                if (taken < first.Count)
                {
                    row = first[taken++];
                    if (row.Number <= headerRow)
                        continue;
                }
                else if (Advance(rest))
                {
                    row = rest.Current;
                }
                else
                {
                    yield break;
                }

                skipped.Rows += Math.Max(0, row.Number - before - 1);
                before = row.Number;
                string[] cells = Fit(row.Cells, width);
                foreach (MergedCells area in merged)
                    area.Fill(row.Number, cells);
                if (HeaderRow.IsBlank(cells))
                    skipped.Rows++;
                else
                    yield return row with
                    {
                        Cells = cells,
                    };
            }
        }
    }

    // Blank cells at a row's end are not stored in a workbook; text beyond the header stays and shows as a count that does not fit.
    private static string[] Fit(IReadOnlyList<string> cells, int width)
    {
        int used = cells.Count;
        while (used > width && cells[used - 1].Length == 0)
            used--;
        string[] fitted = new string[Math.Max(width, used)];
        for (int i = 0; i < fitted.Length; i++)
            fitted[i] = i < used ? cells[i] : string.Empty;
        return fitted;
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
