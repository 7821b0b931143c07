using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Intake;

/// <summary>What a file is by its first bytes; a name proves nothing.</summary>
internal static partial class FileSignature
{
    // First bytes as registered or published by each format's owner.
    private static readonly (byte[] Magic, string Name)[] Images =
    [
        ([0x89, 0x50, 0x4e, 0x47], "a PNG image"),
        ([0xff, 0xd8, 0xff], "a JPEG image"),
        ("GIF8"u8.ToArray(), "a GIF image"),
        ([0x49, 0x49, 0x2a, 0x00], "a TIFF image"),
        ([0x4d, 0x4d, 0x00, 0x2a], "a TIFF image"),
    ];

    private static readonly (byte[] Magic, string Name)[] Others =
    [
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([0x37, 0x7a, 0xbc, 0xaf], "a 7-Zip archive"),
        ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "an XZ archive"),
        ("BZh"u8.ToArray(), "a BZip2 archive"),
        ([0x28, 0xb5, 0x2f, 0xfd], "a Zstandard archive"),
        ([0x1f, 0x8b], "a gzip file within a gzip file"),
        ([0x7f, 0x45, 0x4c, 0x46], "a program"),
        ([0x4d, 0x5a, 0x90, 0x00], "a program"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ("PAR1"u8.ToArray(), "a Parquet file"),
        ("{\\rtf"u8.ToArray(), "a rich-text document"),
        ("MIME-Version:"u8.ToArray(), "a web page saved with its parts in one file (MHTML)"),
        ("From: <Saved by"u8.ToArray(), "a web page saved with its parts in one file (MHTML)"),
    ];

    /// <summary>True for a ZIP package, which may be a workbook.</summary>
    public static bool IsZip(ReadOnlySpan<byte> head) =>
        head.Length >= 4 && head[0] == 'P' && head[1] == 'K' && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));

    /// <summary>True for a compound file, which may be an Excel 97-2003 workbook.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0]);

    /// <summary>True for a web page.</summary>
    public static bool IsHtml(ReadOnlySpan<byte> head) => FirstTag().Match(Text(head)).Groups["page"].Success;

    /// <summary>True for what may be a part of a web page without its frame, or an XML whose root is called like one.</summary>
    public static bool MayBeHtml(ReadOnlySpan<byte> head) => FirstTag().Match(Text(head)).Groups["part"].Success;

    /// <summary>Whether a tag stands there that no web page has.</summary>
    public static bool HasOtherTags(ReadOnlySpan<byte> head) =>
        AnyTag().Matches(Text(head)).Any(t => !HtmlText.Elements.Contains(t.Groups[1].Value));

    /// <summary>True for an Excel 2003 XML workbook.</summary>
    public static bool IsExcelXml(ReadOnlySpan<byte> head)
    {
        string text = Text(head);
        return text.Contains("Workbook", StringComparison.Ordinal) && text.Contains(ExcelXmlFile.Names, StringComparison.Ordinal);
    }

    /// <summary>True for an OpenDocument file that is one XML instead of a package.</summary>
    public static bool IsFlatOpenDocument(ReadOnlySpan<byte> head)
    {
        string text = Text(head);
        return text.Contains("<office:document", StringComparison.Ordinal) && text.Contains(OdsNames.Office, StringComparison.Ordinal);
    }

    /// <summary>Refuses what is certainly no table.</summary>
    public static void RefuseForeign(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
            throw Unreadable.Empty();
        foreach ((byte[] magic, string name) in Images)
        {
            if (head.StartsWith(magic))
                throw Image(name);
        }

        if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8))
            throw Image("a WebP image");
        if (head.StartsWith("BM"u8) && head.Length >= 10 && head[6..10].SequenceEqual(new byte[4]))
            throw Image("a BMP image");
        if (head.Length >= 8 && head[4..8].SequenceEqual("ftyp"u8))
            throw Image("a HEIC image or a film");
        foreach ((byte[] magic, string name) in Others)
        {
            if (head.StartsWith(magic))
                throw Unreadable.NotText(name);
        }
    }

    // Enough to tell what marks and names stand there.
    private static string Text(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) ? Encoding.Unicode.GetString(head[2..])
        : head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]) ? Encoding.BigEndianUnicode.GetString(head[2..])
        : Encoding.Latin1.GetString(head.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? head[3..] : head);

    // Comments, instructions and the declaration of XHTML may stand before the first tag.
    [GeneratedRegex(
        @"\A(?>(?:<!--(?:-?>|.*?--!?>)|<\?.*?>|\s)*)<(?:(?<page>!doctype\s+html|html)"
            + @"|(?<part>head|body|meta|style|table|div|center|font|form|p|br|h[1-6]|title|link|script|b|span|strong|img|pre|tr))(?=[\s/>])",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex FirstTag();

    [GeneratedRegex(@"<([A-Za-z][^\s/><]*)[\s/>]", RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();

    private static UnreadableFileException Image(string name) =>
        new(
            "image",
            $"The file is {name}; a table was expected.",
            "Send the table as CSV or XLSX; pictures go with a case, not in its place."
        );
}
