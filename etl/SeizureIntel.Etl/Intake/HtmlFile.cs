using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace SeizureIntel.Etl.Intake;

/// <summary>Opens a web page that holds a table, as systems export it under the name of a workbook.</summary>
internal static partial class HtmlFile
{
    /// <summary>The code of the refusal of a page without a table.</summary>
    public const string NoTableCode = "html_page";

    // A table has so many rows with so many filled cells at least; the form of a log-in has none.
    private const int FewestRows = 2;
    private const int FewestColumns = 2;

    // Each table within another costs a reading of the page.
    private const int MostNested = 20;

    private const int LongestCaption = 100;

    public static RawFile Open(ByteSource source, ReadOnlySpan<byte> head, IntakeOptions options)
    {
        (Encoding encoding, int markBytes) = TextEncoding.Decide(source, options, limitLines: false, Declared(head));
        HtmlWalk Walk() => new(new HtmlTokens(TextEncoding.Open(source, encoding, markBytes), options), options);
        IReadOnlyList<(string Name, int Place, bool IsHidden)> tables = Tables(Walk);
        var cursor = new HtmlCursor(Walk);
        try
        {
            return WorkbookFile.Open(
                [.. WorkbookFile.Chosen(tables, options).Select(t => new HtmlTable(t.Name, t.Place, cursor, options))],
                new(StringComparer.Ordinal) { ["format"] = "html", ["encoding"] = encoding.WebName },
                source,
                options,
                cursor,
                Unreadable.TruncatedHtml
            );
        }
        catch
        {
            cursor.Dispose();
            throw;
        }
    }

    // Those that may hold records: all that stand in no other one, and the largest of those that do.
    private static IReadOnlyList<(string Name, int Place, bool IsHidden)> Tables(Func<HtmlWalk> open)
    {
        using HtmlWalk walk = open();
        var sizes = new Dictionary<int, (int Rows, long Cells)>();
        var tables = new List<(string Name, int Place, int Last, long Cells)>();
        while (walk.Next() is { } row)
        {
            (int rows, long cells) = sizes.GetValueOrDefault(row.Table);
            int filled = row.Cells.Count(c => c.Text.Length > 0);
            if (!row.IsLast)
                sizes[row.Table] = (rows + (filled >= FewestColumns ? 1 : 0), cells + filled);
            else if (sizes.Remove(row.Table) && rows >= FewestRows)
                tables.Add((NameOf(row), row.Table, row.Begun, cells));
            if (tables.Count > WorkbookFile.MostSheets)
                throw Unreadable.TooManySheets(WorkbookFile.MostSheets);
        }

        if (tables.Count == 0)
            throw Unreadable.HtmlPage();
        if (walk.IsCut)
            throw Unreadable.TruncatedHtml();
        tables.Sort((a, b) => a.Place.CompareTo(b.Place));
        int reached = 0;
        ILookup<bool, (string Name, int Place, int Last, long Cells)> parts = tables.ToLookup(t =>
        {
            bool isWithin = t.Place < reached;
            reached = Math.Max(reached, t.Last);
            return isWithin;
        });
        return
        [
            .. parts[false]
                .Concat(parts[true].OrderByDescending(t => t.Cells).Take(MostNested))
                .OrderBy(t => t.Place)
                .Select(t => (t.Name, t.Place, false)),
        ];
    }

    private static string NameOf(HtmlRow end)
    {
        string caption = HeaderRow.Clean(end.Caption);
        return caption.Length is > 0 and <= LongestCaption ? caption : FormattableString.Invariant($"table {end.Table + 1}");
    }

    // The encoding that the page states, if it is known; one of two bytes a letter would have been seen.
    private static string? Declared(ReadOnlySpan<byte> head)
    {
        string name = Charset().Match(Encoding.Latin1.GetString(head)).Groups[1].Value;
        // Browsers read what says so as Windows-1252, and pages are written for them (Encoding Living Standard, 4.2).
        if (name.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII")
            return "windows-1252";
        return name.Length > 0 && TextEncoding.IsKnown(name) && !TextEncoding.IsWide(name) ? name : null;
    }

    [GeneratedRegex(
        "<(?:meta|\\?xml)\\b[^>]*?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Charset();
}
