using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>The merged cells of a worksheet, which stand behind all of its rows (ECMA-376 part 1, 18.3.1.55).</summary>
internal static class XlsxMerged
{
    // Blanks and digits may stand around the letters of a reference.
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ$";
    private const int BlockBytes = 1 << 16;

    private static ReadOnlySpan<byte> Mark => "mergeCell"u8;

    /// <summary>All of them, in any order; a part that names none is not parsed.</summary>
    public static IEnumerable<MergedCells> Of(ZipArchiveEntry part, IntakeOptions options)
    {
        if (!MayHaveSome(part, options))
            yield break;
        using XmlReader xml = XlsxWorkbook.Xml(part, options);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheetData")
                xml.Skip();
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "mergeCell")
                continue;
            string[] ends = (xml.GetAttribute("ref") ?? "").Split(':');
            if (
                ends.Length == 2
                && XlsxSheet.Column(ends[0]) is { } column
                && XlsxSheet.Number(ends[0].TrimStart([.. Letters])) is { } from
                && XlsxSheet.Number(ends[1].TrimStart([.. Letters])) is { } to
                && XlsxSheet.Column(ends[1]) is { } last
            )
                yield return new MergedCells(from, to, column, last);
        }
    }

    // Looking for a word among bytes costs a small part of parsing them.
    private static bool MayHaveSome(ZipArchiveEntry part, IntakeOptions options)
    {
        using Stream bytes = XlsxWorkbook.Bytes(part, options);
        byte[] block = new byte[BlockBytes];
        int held = bytes.ReadAtLeast(block, 4, throwOnEndOfStream: false);
        // Two bytes a letter.
        if (block.AsSpan(0, 4).Contains((byte)0))
            return true;
        while (block.AsSpan(0, held).IndexOf(Mark) < 0)
        {
            int kept = Math.Min(held, Mark.Length - 1);
            block.AsSpan(held - kept, kept).CopyTo(block);
            int read = bytes.Read(block, kept, block.Length - kept);
            if (read == 0)
                return false;
            held = kept + read;
        }

        return true;
    }
}
