using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens a ZIP package that holds a workbook: sizes are judged from the ZIP directory before anything is unpacked.</summary>
internal static class WorkbookPackage
{
    private const int MaxEntries = 20000;

    public static RawFile Open(ByteSource source, ReadOnlySpan<byte> head, IntakeOptions options)
    {
        bool namedLikeWorkbook = LooksLikeWorkbook(head);
        bool isOpenDocument = head.Length > 30 && head[30..].StartsWith("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"u8);
        Stream stream = source.OpenSeekable();
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read);
            isOpenDocument = IsOpenDocument(archive);
            Refuse(archive, options, isOpenDocument);
            RawFile file = isOpenDocument ? OdsFile.Open(archive, source, options) : XlsxFile.Open(archive, source, options);
            archive = null;
            return file;
        }
        catch (Exception e) when (WorkbookFile.IsDamage(e))
        {
            throw isOpenDocument ? OdsFile.Damaged()
            : archive is null && !namedLikeWorkbook ? ZipArchiveFound()
            : XlsxFile.Damaged();
        }
        finally
        {
            archive?.Dispose();
        }
    }

    /// <summary>The file is of a kind that holds no sheets that can be read.</summary>
    public static UnreadableFileException OtherWorkbook(string found) =>
        new(
            "other_workbook",
            $"The file is {found}; an .xlsx or .ods workbook or CSV was expected.",
            "Open it and save it as .xlsx, or as CSV in UTF-8."
        );

    private static void Refuse(ZipArchive archive, IntakeOptions options, bool isOpenDocument)
    {
        if (archive.Entries.Count > MaxEntries)
            throw Bomb(options, isOpenDocument);
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            bool isDense = entry.Length > 16L << 20 && entry.Length / Math.Max(1, entry.CompressedLength) > options.MaxCompressionRatio;
            if (isDense || entry.Length > options.MaxUncompressedBytes)
                throw Bomb(options, isOpenDocument);
        }

        if (
            isOpenDocument
            || archive.GetEntry("xl/workbook.xml") is not null
            || archive.GetEntry("_rels/.rels") is not null && archive.Entries.Any(IsWorkbookXml)
        )
            return;
        if (archive.GetEntry("xl/workbook.bin") is not null)
            throw OtherWorkbook("a binary workbook (.xlsb)");
        throw ZipArchiveFound();
    }

    private static bool IsOpenDocument(ZipArchive archive) =>
        archive.GetEntry("mimetype") is not null && archive.GetEntry(OdsFile.Content) is not null;

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

    private static UnreadableFileException Bomb(IntakeOptions options, bool isOpenDocument) =>
        new(
            isOpenDocument ? OdsFile.BombCode : "xlsx_bomb",
            $"A part of the workbook unpacks to more than {options.MaxCompressionRatio} times its size or "
                + $"{options.MaxUncompressedBytes >> 20} MiB, which no honest table does.",
            "Send the table as plain CSV."
        );

    private static UnreadableFileException ZipArchiveFound() =>
        new(
            "zip_as_csv",
            "The file is a ZIP archive without a workbook in it; a table was expected.",
            "Unpack it and send the files one by one."
        );
}
