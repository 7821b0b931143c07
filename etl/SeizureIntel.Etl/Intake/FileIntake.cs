using System;
using System.IO;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens a received file by what it holds, whatever its name says.</summary>
public static class FileIntake
{
    private const int HeadBytes = 4096;

    /// <summary>Finds out format, encoding, delimiter, header row and decimal separator, and gives the rows as a stream.</summary>
    /// <param name="seekable">The file; read from its start, left open, and not to be touched while the rows are read.</param>
    /// <param name="fileName">The name it was sent under; it decides nothing.</param>
    /// <param name="options">What the source's description states, and the limits.</param>
    /// <returns>The header and the rows; the whole file is never in memory.</returns>
    /// <exception cref="UnreadableFileException">The file is no table that can be read; see its code and hint.</exception>
    /// <exception cref="ArgumentException">The stream cannot seek, or the stated encoding is unknown.</exception>
    public static RawFile Open(Stream seekable, string fileName, IntakeOptions options) => Open(seekable, fileName, options, null);

    /// <summary>Opens a file of which something may be known from before.</summary>
    internal static RawFile Open(Stream seekable, string fileName, IntakeOptions options, FileFacts? facts)
    {
        ArgumentNullException.ThrowIfNull(seekable);
        ArgumentNullException.ThrowIfNull(fileName);
        ArgumentNullException.ThrowIfNull(options);
        if (!seekable.CanSeek)
            throw new ArgumentException("A stream that can seek is needed.", nameof(seekable));
        try
        {
            var source = new ByteSource(seekable, options, facts);
            byte[] head = source.Head(HeadBytes);
            if (FileSignature.IsZip(head) && source.OnlyEntry() is { } inner)
                (source, head) = (inner, inner.Head(HeadBytes));
            RawFile file = Open(source, head, options);
            foreach (string name in file.Columns)
            {
                if (name.Length <= options.MaxNameCharacters)
                    continue;
                file.Dispose();
                throw Unreadable.LongName(options.MaxNameCharacters);
            }

            return RefusedColumns.SetApart(GroupRows.Carry(file, options.MaxColumns));
        }
        catch (InvalidDataException)
        {
            throw Unreadable.TruncatedGzip();
        }
    }

    private static RawFile Open(ByteSource source, byte[] head, IntakeOptions options)
    {
        FileSignature.RefuseForeign(head);
        if (FileSignature.IsZip(head))
            return WorkbookPackage.Open(source, head, options);
        if (FileSignature.IsCompound(head))
            return XlsFile.Open(source, options);
        return FirstSign(head) switch
        {
            '{' or '[' => JsonFile.Open(source, options),
            '<' when FileSignature.IsHtml(head) => HtmlFile.Open(source, head, options),
            '<' when FileSignature.IsExcelXml(head) => ExcelXmlFile.Open(source, options),
            '<' when FileSignature.IsFlatOpenDocument(head) => OdsFile.OpenFlat(source, options),
            '<' when FileSignature.MayBeHtml(head) => OpenPart(source, head, options),
            '<' => XmlFile.Open(source, options),
            _ => DelimitedFile.Open(source, options),
        };
    }

    // A table of HTML is one whatever stands around it; an XML may call its root like a part of a page.
    private static RawFile OpenPart(ByteSource source, byte[] head, IntakeOptions options)
    {
        try
        {
            return HtmlFile.Open(source, head, options);
        }
        catch (UnreadableFileException e) when (e.Code == HtmlFile.NoTableCode && FileSignature.HasOtherTags(head))
        {
            return XmlFile.Open(source, options);
        }
    }

    // The first byte that is neither mark, zero (UTF-16) nor white space.
    private static char FirstSign(ReadOnlySpan<byte> head)
    {
        foreach (byte b in head)
        {
            if (b is 0xef or 0xbb or 0xbf or 0xff or 0xfe or 0 or 9 or 10 or 13 or 32)
                continue;
            return (char)b;
        }

        return '\0';
    }
}
