using System.Globalization;
using System.Text;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>What a cell of an OpenDocument spreadsheet says: its paragraphs, one a line.</summary>
internal static class OdsText
{
    // Blanks in a row that one element may stand for.
    private const int MostBlanks = 100;

    /// <summary>The text of the cell that the reader stands on; comments, drawings and phonetic guides are left out, and it ends on the cell's end.</summary>
    public static string Of(XmlReader xml, IntakeOptions options)
    {
        var text = new StringBuilder();
        var element = SheetCursor.Within.Of(xml);
        int paragraph = 0;
        bool isFirst = true;
        while (SheetCursor.ReadWithin(xml, element))
        {
            if (paragraph > 0 && xml.Depth <= paragraph)
                paragraph = 0;
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (IsLeftOut(xml))
                {
                    SheetCursor.Pass(xml);
                }
                else if (paragraph > 0)
                {
                    Sign(xml, text);
                }
                else if (xml.LocalName is "p" or "h" && xml.NamespaceURI == OdsNames.Text)
                {
                    if (!isFirst)
                        text.Append('\n');
                    isFirst = false;
                    paragraph = xml.IsEmptyElement ? 0 : xml.Depth;
                }
            }
            else if (paragraph > 0 && xml.HasValue)
            {
                Append(text, xml.Value);
            }

            if (text.Length > options.MaxLineCharacters)
                throw Unreadable.TooLong(options.MaxLineCharacters, null);
        }

        return text.ToString();
    }

    private static bool IsLeftOut(XmlReader xml) =>
        xml.NamespaceURI switch
        {
            OdsNames.Text => xml.LocalName is "ruby-text" or "note",
            OdsNames.Office => xml.LocalName is "annotation" or "event-listeners",
            _ => true,
        };

    private static void Sign(XmlReader xml, StringBuilder text)
    {
        if (xml.LocalName == "line-break")
            text.Append('\n');
        else if (xml.LocalName == "tab")
            text.Append('\t');
        else if (xml.LocalName == "s")
            text.Append(' ', Blanks(xml.GetAttribute("c", OdsNames.Text)));
    }

    private static int Blanks(string? stated) =>
        int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out int blanks) ? int.Min(blanks, MostBlanks) : 1;

    // Blanks and line ends of the XML are one blank each (ISO/IEC 26300-1, 6.1.2).
    private static void Append(StringBuilder text, string value)
    {
        foreach (char c in value)
        {
            bool isBlank = c is ' ' or '\t' or '\r' or '\n';
            if (!isBlank)
                text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                text.Append(' ');
        }
    }
}
