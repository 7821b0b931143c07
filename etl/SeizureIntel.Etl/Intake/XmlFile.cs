using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens XML whose records are elements repeated under one parent; leaves and attributes are the cells.</summary>
internal static class XmlFile
{
    // Blanks before the declaration, which XML forbids and programs that write pages send, are no part of the XML.
    private const int MostBlanks = 1024;

    private const string NameAttribute = "name";

    public static RawFile Open(ByteSource source, IntakeOptions options)
    {
        (string path, RecordTable table) = source.Facts?.Records is (string known, { } names)
            ? (known, new RecordTable(options, names))
            : Learn(source, options);
        if (source.Facts is { } facts)
            facts.Records = (path, table.Names);
        var readAs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = "xml",
            ["decimal_separator"] = (options.DecimalSeparator ?? '.').ToString(),
        };
        source.Describe(readAs);
        var skipped = new SkippedRowCount();
        return new RawFile(HeaderRow.Name(table.Names), readAs, Rows(source, options, path, table, skipped), skipped, null);
    }

    /// <summary>The XML under watch; document types are refused, so no entity can grow. Blanks between elements are kept where they are text.</summary>
    public static XmlReader Xml(ByteSource source, IntakeOptions options, bool keepsBlanks = false)
    {
        // The older encodings that a declaration may name are known to the parser only by this.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        // An XML declares its own encoding, so the reader gets the bytes; the file is its own compressed form here.
        int blanks = Blanks(source.Head(MostBlanks));
        Stream bytes = source.Open();
        for (int i = 0; i < blanks; i++)
            bytes.ReadByte();
        var guarded = new GuardedStream(bytes, () => long.MaxValue, options, "xml_bomb", watchTags: true);
        return XmlReader.Create(
            guarded,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = !keepsBlanks,
                CloseInput = true,
            }
        );
    }

    // Blanks before the first tag, with the mark before them; 0 where the mark stands right before it.
    private static int Blanks(ReadOnlySpan<byte> head)
    {
        int mark = head.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? 3 : 0;
        int blanks = head[mark..].IndexOfAnyExcept(" \t\r\n"u8);
        return blanks > 0 ? mark + blanks : 0;
    }

    private static (string Path, RecordTable Table) Learn(ByteSource source, IntakeOptions options)
    {
        string path = RecordPath(source, options);
        var table = new RecordTable(options, []);
        foreach (string[] _ in Walk(source, options, path, table, isLearning: true)) { }

        return table.Names.Count == 0 ? throw Unreadable.Empty() : (path, table);
    }

    private static IEnumerable<RawRow> Rows(
        ByteSource source,
        IntakeOptions options,
        string path,
        RecordTable table,
        SkippedRowCount skipped
    )
    {
        int number = 1;
        foreach (string[] cells in Walk(source, options, path, table, isLearning: false))
        {
            number++;
            if (HeaderRow.IsBlank(cells))
                skipped.Rows++;
            else
                yield return new RawRow(number, cells);
        }
    }

    // The shallowest element that repeats under one parent; where none does, the root's first child.
    private static string RecordPath(ByteSource source, IntakeOptions options)
    {
        var counts = new List<Dictionary<string, int>>();
        var path = new List<string>();
        string? best = null;
        int bestDepth = int.MaxValue;
        string? first = null;
        using XmlReader xml = Xml(source, options);
        while (Read(xml))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.Depth >= 16)
                continue;
            int depth = xml.Depth;
            while (path.Count > depth)
                path.RemoveAt(path.Count - 1);
            while (counts.Count > depth + 1)
                counts.RemoveAt(counts.Count - 1);
            while (counts.Count <= depth)
                counts.Add(new Dictionary<string, int>(StringComparer.Ordinal));
            path.Add(xml.LocalName);
            if (depth == 1)
                first ??= string.Join('/', path);
            if (depth == 0 || depth >= bestDepth)
                continue;
            int seen = counts[depth].TryGetValue(xml.LocalName, out int before) ? before + 1 : 1;
            if (counts[depth].Count < options.MaxColumns)
                counts[depth][xml.LocalName] = seen;
            if (seen > 1)
                (best, bestDepth) = (string.Join('/', path), depth);
        }

        return best ?? first ?? throw Unreadable.Empty();
    }

    private static IEnumerable<string[]> Walk(
        ByteSource source,
        IntakeOptions options,
        string recordPath,
        RecordTable table,
        bool isLearning
    )
    {
        string[] wanted = recordPath.Split('/');
        var path = new List<string>();
        int row = 1;
        using XmlReader xml = Xml(source, options);
        bool inRecord = false;
        bool isLeaf = false;
        while (Read(xml))
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                while (path.Count > xml.Depth)
                    path.RemoveAt(path.Count - 1);
                string? named = inRecord ? Named(xml) : null;
                path.Add(named ?? xml.LocalName);
                bool isEmpty = xml.IsEmptyElement;
                int depth = xml.Depth;
                if (!inRecord && depth == wanted.Length - 1 && Matches(path, wanted))
                {
                    inRecord = true;
                    row++;
                    if (!isLearning)
                        table.Begin();
                }

                if (!inRecord)
                    continue;
                while (xml.MoveToNextAttribute())
                {
                    if (xml.Prefix == "xmlns" || xml.Name == "xmlns" || (named is not null && xml.Name == NameAttribute))
                        continue;
                    Put(table, isLearning, Name(path, wanted.Length, xml.LocalName), xml.Value, row);
                }

                xml.MoveToElement();
                isLeaf = !isEmpty;
                if (isEmpty && depth >= wanted.Length && isLearning && !xml.HasAttributes)
                    table.Learn(Name(path, wanted.Length, null));
                if (!isEmpty || depth > wanted.Length - 1)
                    continue;
                inRecord = false;
                if (!isLearning)
                    yield return table.End();
            }
            else if (inRecord && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                while (path.Count > xml.Depth)
                    path.RemoveAt(path.Count - 1);
                if (xml.Value.Trim() is { Length: > 0 } text)
                    Put(table, isLearning, Name(path, wanted.Length, null), text, row);
            }
            else if (inRecord && xml.NodeType == XmlNodeType.EndElement)
            {
                if (isLeaf && isLearning && path.Count > wanted.Length)
                    table.Learn(Name(path, wanted.Length, null));
                isLeaf = false;
                if (xml.Depth != wanted.Length - 1)
                    continue;
                inRecord = false;
                if (!isLearning)
                    yield return table.End();
            }
        }
    }

    // Dumps of databases call every value alike, and state its column.
    private static string? Named(XmlReader xml) =>
        xml.LocalName is "field" or "column" or "col" && xml.GetAttribute(NameAttribute) is { Length: > 0 } name ? name : null;

    private static void Put(RecordTable table, bool isLearning, string name, string value, int row)
    {
        if (isLearning)
            table.Learn(name);
        else if (value.Length > 0)
            table.Set(name, value, row);
    }

    private static string Name(List<string> path, int from, string? attribute)
    {
        var name = new StringBuilder();
        for (int i = from; i < path.Count; i++)
            name.Append(name.Length > 0 ? "." : string.Empty).Append(path[i]);
        if (attribute is not null)
            name.Append(name.Length > 0 ? "." : string.Empty).Append(attribute);
        // What a record says beside its parts.
        if (name.Length == 0)
            name.Append(path[^1]);
        return name.ToString();
    }

    private static bool Matches(List<string> path, string[] wanted)
    {
        for (int i = 0; i < wanted.Length; i++)
        {
            if (path[i] != wanted[i])
                return false;
        }

        return true;
    }

    // The parser's own sentence may quote the text, so it goes no further than here.
    private static bool Read(XmlReader xml)
    {
        try
        {
            return xml.Read();
        }
        catch (XmlException e)
        {
            throw new UnreadableFileException(
                "bad_xml",
                $"The XML breaks its own rules near line {e.LineNumber}, or declares a document type.",
                "Check that the file is complete, and leave any DOCTYPE out."
            );
        }
    }
}
