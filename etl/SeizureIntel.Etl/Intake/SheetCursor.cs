using System;
using System.IO;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>Sheets that stand one behind another in one XML: asked for in their order, they cost one reading of it.</summary>
/// <param name="open">Opens the XML from its start; what was opened before is released first.</param>
/// <param name="isSheet">Whether the element that the reader stands on is a sheet.</param>
/// <param name="owner">Released with the cursor.</param>
internal sealed class SheetCursor(Func<XmlReader> open, Predicate<XmlReader> isSheet, IDisposable? owner) : IDisposable
{
    // Deeper than any table: text within links within paragraphs within cells within groups of rows.
    private const int Deepest = 256;

    private XmlReader? _xml;
    private int _next;

    /// <summary>The reader on the element of a sheet, counted from 0.</summary>
    public XmlReader At(int sheet)
    {
        if (_xml is null || sheet < _next)
        {
            _xml?.Dispose();
            _xml = open();
            _next = 0;
        }

        while (Read(_xml))
        {
            if (_xml.NodeType == XmlNodeType.Element && isSheet(_xml) && _next++ == sheet)
                return _xml;
        }

        throw new InvalidDataException("A sheet is gone.");
    }

    /// <summary>The next node, or false at the end; XML nested without end would fill the memory.</summary>
    public static bool Read(XmlReader xml)
    {
        bool isNode = xml.Read();
        return xml.Depth > Deepest ? throw new InvalidDataException("The XML is nested too deep.") : isNode;
    }

    /// <summary>Goes to the next node within the element; false, and on its end, when there is no more.</summary>
    /// <param name="xml">The reader, on the element or within it.</param>
    /// <param name="within">The element.</param>
    public static bool ReadWithin(XmlReader xml, in Within within) => !within.IsEmpty && Read(xml) && xml.Depth > within.Depth;

    /// <summary>Passes over what is in the element that the reader stands on; it ends on its end tag.</summary>
    public static void Pass(XmlReader xml)
    {
        var element = Within.Of(xml);
        while (ReadWithin(xml, element)) { }
    }

    public void Dispose()
    {
        _xml?.Dispose();
        owner?.Dispose();
    }

    /// <summary>An element whose content is read.</summary>
    /// <param name="Depth">Its depth.</param>
    /// <param name="IsEmpty">Whether it has no content.</param>
    internal readonly record struct Within(int Depth, bool IsEmpty)
    {
        /// <summary>The element that the reader stands on.</summary>
        public static Within Of(XmlReader xml) => new(xml.Depth, xml.IsEmptyElement);
    }
}
