using System;
using System.Text;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>Writes HTML; every text and attribute value goes through the encoder.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();

    /// <summary>Markup of our own.</summary>
    public HtmlWriter Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>A text.</summary>
    public HtmlWriter Text(string text)
    {
        _html.Append(Encode(text));
        return this;
    }

    /// <summary>An element around a text.</summary>
    public HtmlWriter Element(string name, string text, string? cssClass = null)
    {
        _html.Append('<').Append(name);
        if (cssClass is not null)
            _html.Append(" class=\"").Append(Encode(cssClass)).Append('"');
        _html.Append('>').Append(Encode(text)).Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>A line end, so that the file can be read and compared.</summary>
    public HtmlWriter Line()
    {
        _html.Append('\n');
        return this;
    }

    /// <summary>The markup so far.</summary>
    public override string ToString() => _html.ToString();

    // Two slashes are written so that no text in the data can put an absolute address into the file's bytes.
    public static string Encode(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("'", "&#39;", StringComparison.Ordinal)
            .Replace("//", "/&#47;", StringComparison.Ordinal);
}
