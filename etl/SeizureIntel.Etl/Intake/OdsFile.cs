using System;
using System.IO.Compression;
using System.Linq;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens an OpenDocument spreadsheet (ISO/IEC 26300): its one part with cells is read as a stream.</summary>
internal static class OdsFile
{
    /// <summary>The part that holds the cells.</summary>
    public const string Content = "content.xml";

    /// <summary>The code of the refusal of a file that grows without end.</summary>
    public const string BombCode = "ods_bomb";

    // Sheets stand in office:spreadsheet in office:body in the root; tables elsewhere are parts of cells or of links.
    private const int SheetDepth = 3;

    public static RawFile Open(ZipArchive archive, ByteSource source, IntakeOptions options)
    {
        ZipArchiveEntry part = archive.GetEntry(Content)!;
        var styles = new OdsStyles();
        if (archive.GetEntry("styles.xml") is { } named)
        {
            using XmlReader xml = XlsxWorkbook.Xml(named, options, BombCode);
            while (SheetCursor.Read(xml))
                styles.Note(xml);
        }

        return Open(() => XlsxWorkbook.Xml(part, options, BombCode), part.CompressedLength, styles, archive, source, options);
    }

    /// <summary>Opens one that is a single XML instead of a package.</summary>
    public static RawFile OpenFlat(ByteSource source, IntakeOptions options)
    {
        try
        {
            return Open(() => XmlFile.Xml(source, options, keepsBlanks: true), source.Length, new OdsStyles(), null, source, options);
        }
        catch (Exception e) when (WorkbookFile.IsDamage(e))
        {
            throw Damaged();
        }
    }

    /// <summary>Whether the reader stands on a sheet.</summary>
    public static bool IsSheet(XmlReader xml) => xml.Depth == SheetDepth && xml.LocalName == "table" && xml.NamespaceURI == OdsNames.Table;

    /// <summary>The spreadsheet breaks off, is damaged, or cannot be opened.</summary>
    public static UnreadableFileException Damaged() =>
        new(
            "truncated_ods",
            "The OpenDocument spreadsheet breaks off, is damaged, declares a document type, or is protected with a password; a whole and open one was "
                + "expected.",
            "Send the file again, or open it and save it without a password."
        );

    /// <summary>A row or a cell is repeated so often that the table grows without end.</summary>
    public static UnreadableFileException Bomb(int ratio) =>
        new(
            BombCode,
            $"Repeated rows and cells of the OpenDocument spreadsheet grow beyond {ratio} times its size, which no honest table does.",
            "Send the table as plain CSV."
        );

    private static RawFile Open(
        Func<XmlReader> open,
        long packedBytes,
        OdsStyles styles,
        IDisposable? archive,
        ByteSource source,
        IntakeOptions options
    )
    {
        OdsSheets sheets = OdsSheets.Of(open, styles);
        var cursor = new SheetCursor(open, IsSheet, archive);
        try
        {
            return WorkbookFile.Open(
                [.. sheets.Chosen(options).Select(s => new OdsSheet(s.Name, s.Place, packedBytes, cursor, styles, options))],
                new(StringComparer.Ordinal) { ["format"] = "ods" },
                source,
                options,
                cursor,
                Damaged
            );
        }
        catch
        {
            cursor.Dispose();
            throw;
        }
    }
}
