using System;
using System.Collections.Generic;
using System.Net;
using System.Text;

namespace SeizureIntel.Etl.Intake;

/// <summary>Text of a web page as it is shown: entities read, blanks and line ends one blank, lines broken where the page breaks them.</summary>
internal static class HtmlText
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // Elements that begin on a line of their own, and that what follows them does not go on.
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address",
        "blockquote",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "table",
        "ul",
    };

    /// <summary>All elements of web pages, in use (HTML Living Standard, 4) or given up (16.2), without case.</summary>
    public static readonly HashSet<string> Elements = new(
        (
            "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption "
            + "center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form "
            + "frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins isindex kbd label legend li link listing main map mark "
            + "marquee menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q rb rp "
            + "rt rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td template "
            + "textarea tfoot th thead time title tr track tt u ul var video wbr xmp"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The text with its entities read.</summary>
    public static string Decoded(StringBuilder text)
    {
        string raw = text.ToString();
        if (!raw.Contains('&', StringComparison.Ordinal))
            return raw;
        string decoded = WebUtility.HtmlDecode(raw);
        return decoded.AsSpan().ContainsAnyInRange('\u0080', '\u009f')
            ? string.Concat(Array.ConvertAll(decoded.ToCharArray(), OfWindows))
            : decoded;
    }

    /// <summary>Adds text; blanks in a row are one, and none stands at the beginning of a line.</summary>
    public static void Append(StringBuilder to, string text)
    {
        foreach (char c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n' or '\f'))
                to.Append(c);
            else if (to.Length > 0 && to[^1] is not (' ' or '\n'))
                to.Append(' ');
        }
    }

    /// <summary>Adds the line break that a tag makes, if any.</summary>
    public static void Break(StringBuilder to, string element)
    {
        if (element == "br" || (to.Length > 0 && to[^1] != '\n' && Blocks.Contains(element)))
            to.Append('\n');
    }

    // Numbers of signs that programs for Windows write after its own table (HTML Living Standard, 13.2.5.80).
    private static char OfWindows(char c) => c is >= '\u0080' and <= '\u009f' ? Windows.GetString([(byte)c])[0] : c;
}
