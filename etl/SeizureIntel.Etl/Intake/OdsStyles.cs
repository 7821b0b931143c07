using System;
using System.Collections.Generic;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>Which styles of an OpenDocument spreadsheet show days, how precise these are, and which hide a sheet.</summary>
internal sealed class OdsStyles
{
    private readonly Dictionary<string, (string? Format, string? Parent)> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _formats = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hiding = new(StringComparer.Ordinal);
    private string _style = string.Empty;
    private HashSet<string>? _format;

    /// <summary>Notes what the node that the reader stands on tells of a style; nodes come in the order of the file.</summary>
    public void Note(XmlReader xml)
    {
        if (xml.NodeType != XmlNodeType.Element)
            return;
        if (xml.NamespaceURI == OdsNames.Style && xml.LocalName == "style")
        {
            _style = xml.GetAttribute("name", OdsNames.Style) ?? string.Empty;
            if (xml.GetAttribute("family", OdsNames.Style) == "table-cell" && _cells.Count < WorkbookFile.MostStyles)
                _cells[_style] = (
                    xml.GetAttribute("data-style-name", OdsNames.Style),
                    xml.GetAttribute("parent-style-name", OdsNames.Style)
                );
        }
        else if (xml.NamespaceURI == OdsNames.Style && xml.LocalName == "table-properties")
        {
            if (xml.GetAttribute("display", OdsNames.Table) == "false" && _hiding.Count < WorkbookFile.MostStyles)
                _hiding.Add(_style);
        }
        else if (xml.NamespaceURI == OdsNames.Format)
        {
            NoteFormat(xml);
        }
    }

    /// <summary>Whether sheets of that style are not seen.</summary>
    public bool Hides(string? style) => style is not null && _hiding.Contains(style);

    /// <summary>How a day in a cell of that style is shown; as a day where nothing says otherwise.</summary>
    public CellStyle Of(string? style)
    {
        // A style may take its format from its parent; a circle of parents ends here.
        for (int i = 0; i < 8 && style is not null && _cells.TryGetValue(style, out var cell); i++)
        {
            if (cell.Format is { } format)
                return _formats.TryGetValue(format, out HashSet<string>? parts) ? Of(parts) : CellStyle.Number;
            style = cell.Parent;
        }

        return CellStyle.Number;
    }

    private void NoteFormat(XmlReader xml)
    {
        if (xml.LocalName is "date-style" or "time-style")
        {
            _format = new HashSet<string>(StringComparer.Ordinal);
            if (xml.GetAttribute("name", OdsNames.Style) is { } name && _formats.Count < WorkbookFile.MostStyles)
                _formats[name] = _format;
        }
        else if (xml.LocalName.EndsWith("-style", StringComparison.Ordinal))
        {
            _format = null;
        }
        else if (xml.LocalName is "day" or "day-of-week" or "month" or "year" or "hours" or "minutes" or "quarter" or "week-of-year")
        {
            _format?.Add(xml.LocalName);
        }
    }

    // A month without a day stays a month.
    private static CellStyle Of(HashSet<string> parts)
    {
        bool hasTime = parts.Contains("hours") || parts.Contains("minutes");
        if (parts.Contains("day") || parts.Contains("day-of-week") || parts.Contains("quarter") || parts.Contains("week-of-year"))
            return CellStyle.Date;
        if (parts.Contains("year") && !hasTime)
            return parts.Contains("month") ? CellStyle.Month : CellStyle.Year;
        return hasTime && parts.Count <= 2 && !parts.Contains("month") && !parts.Contains("year") ? CellStyle.Time : CellStyle.Date;
    }
}
