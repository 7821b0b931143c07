using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>What a workbook's cells refer to: the sheets' parts, the shared strings, the date styles and the date system.</summary>
internal sealed partial class XlsxWorkbook
{
    private const string BombCode = "xlsx_bomb";

    private XlsxWorkbook(
        IReadOnlyList<(string Name, ZipArchiveEntry Part)> sheets,
        bool uses1904,
        IReadOnlyList<string> strings,
        IReadOnlyList<CellStyle> styles
    )
    {
        Sheets = sheets;
        Uses1904 = uses1904;
        Strings = strings;
        Styles = styles;
    }

    /// <summary>The sheet that was named, or the visible ones; a hidden one where there is no other.</summary>
    public IReadOnlyList<(string Name, ZipArchiveEntry Part)> Sheets { get; }

    public bool Uses1904 { get; }

    public IReadOnlyList<string> Strings { get; }

    public IReadOnlyList<CellStyle> Styles { get; }

    public static XlsxWorkbook Read(ZipArchive archive, IntakeOptions options)
    {
        ZipArchiveEntry part = archive.GetEntry("xl/workbook.xml")
            ?? archive.Entries.First(e => e.FullName.EndsWith("workbook.xml", StringComparison.OrdinalIgnoreCase));
        string folder = part.FullName[..(part.FullName.LastIndexOf('/') + 1)];
        Dictionary<string, (string Target, string Type)> relations = Relations(archive, folder + "_rels/" + part.Name + ".rels", options);
        var sheets = new List<(string Name, string Relation, bool IsHidden)>();
        bool uses1904 = false;
        using (XmlReader xml = Xml(part, options))
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "workbookPr")
                    uses1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
                if (xml.LocalName == "sheet")
                    sheets.Add(
                        (xml.GetAttribute("name") ?? string.Empty, Relation(xml), xml.GetAttribute("state") is "hidden" or "veryHidden")
                    );
            }
        }

        sheets.RemoveAll(s => !relations.TryGetValue(s.Relation, out var r) || !r.Type.EndsWith("/worksheet", StringComparison.Ordinal));
        (string Name, string Relation, bool IsHidden)? chosen = options.Sheet is { } wanted
            ? sheets
                .Where(s => string.Equals(s.Name.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase))
                .Select(s => ((string, string, bool)?)s)
                .FirstOrDefault()
            : sheets.OrderBy(s => s.IsHidden).Select(s => ((string, string, bool)?)s).FirstOrDefault();
        if (chosen is not { } sheet || archive.GetEntry(Resolve(folder, relations[sheet.Relation].Target)) is not { } entry)
            throw Unreadable.NoSheet(options.Sheet is not null, sheets.Count);

        string? PartOf(string type) =>
            relations
                .Values.Where(r => r.Type.EndsWith(type, StringComparison.Ordinal))
                .Select(r => Resolve(folder, r.Target))
                .FirstOrDefault();
        IReadOnlyList<string> strings =
            PartOf("/sharedStrings") is { } s && archive.GetEntry(s) is { } shared ? SharedStrings(shared, options) : [];
        IReadOnlyList<CellStyle> styles =
            PartOf("/styles") is { } t && archive.GetEntry(t) is { } styled ? XlsxStyles.Read(Xml(styled, options)) : [];
        return new XlsxWorkbook(
            [
                (sheet.Name, entry),
                .. sheets
                    .Where(s => options.Sheet is null && !s.IsHidden && s.Relation != sheet.Relation)
                    .Select(s => (s.Name, archive.GetEntry(Resolve(folder, relations[s.Relation].Target))!))
                    .Where(s => s.Item2 is not null),
            ],
            uses1904,
            strings,
            styles
        );
    }

    /// <summary>A part as XML under watch; document types are refused, so no entity can grow.</summary>
    /// <param name="part">The part.</param>
    /// <param name="options">The limits.</param>
    /// <param name="bombCode">The code of the refusal of a part that grows without end.</param>
    public static XmlReader Xml(ZipArchiveEntry part, IntakeOptions options, string bombCode = BombCode) =>
        XmlReader.Create(
            Bytes(part, options, bombCode),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                CloseInput = true,
            }
        );

    /// <summary>A part's bytes under watch.</summary>
    /// <inheritdoc cref="Xml"/>
    public static Stream Bytes(ZipArchiveEntry part, IntakeOptions options, string bombCode = BombCode)
    {
        long packed = Math.Max(1, part.CompressedLength);
        return new GuardedStream(part.Open(), () => packed, options, bombCode, watchTags: true);
    }

    /// <summary>The text of the rich or plain string that the reader stands on, phonetic guides left out; the reader ends on its end tag.</summary>
    public static string ReadString(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return string.Empty;
        string? only = null;
        StringBuilder? more = null;
        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "rPh")
            {
                int phonetic = xml.Depth;
                if (!xml.IsEmptyElement)
                {
                    while (xml.Read() && xml.Depth > phonetic) { }
                }

                continue;
            }

            if (xml.LocalName != "t" || xml.IsEmptyElement)
                continue;
            int text = xml.Depth;
            while (xml.Read() && xml.Depth > text)
            {
                if (only is null)
                    only = xml.Value;
                else
                    (more ??= new StringBuilder(only)).Append(xml.Value);
            }
        }

        return Unescape(more?.ToString() ?? only ?? string.Empty);
    }

    /// <summary>Characters that XML cannot hold come as <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escaped().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString())
            : text;

    private static List<string> SharedStrings(ZipArchiveEntry part, IntakeOptions options)
    {
        var strings = new List<string>();
        long held = 0;
        using XmlReader xml = Xml(part, options);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
                continue;
            string text = ReadString(xml);

            // An object's own weight counts like 16 characters, so that a million empty strings are noticed too.
            held += text.Length + 16;
            if (held > options.MaxSharedStringCharacters)
            {
                throw new UnreadableFileException(
                    "xlsx_too_large",
                    "The workbook's table of texts is larger than the memory allowed for it.",
                    "Send the table as CSV, or split it into several workbooks."
                );
            }

            strings.Add(text);
        }

        return strings;
    }

    private static Dictionary<string, (string Target, string Type)> Relations(ZipArchive archive, string path, IntakeOptions options)
    {
        var relations = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        if (archive.GetEntry(path) is not { } part)
            throw new InvalidDataException("The workbook's relations are missing.");
        using XmlReader xml = Xml(part, options);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Id") is { } id)
            {
                relations[id] = (xml.GetAttribute("Target") ?? string.Empty, xml.GetAttribute("Type") ?? string.Empty);
            }
        }

        return relations;
    }

    private static string Relation(XmlReader xml)
    {
        string id = string.Empty;
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0)
                id = xml.Value;
        }

        xml.MoveToElement();
        return id;
    }

    private static string Resolve(string folder, string target) => target.StartsWith('/') ? target[1..] : folder + target;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
