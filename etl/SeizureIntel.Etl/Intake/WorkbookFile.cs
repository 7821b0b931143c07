using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;

namespace SeizureIntel.Etl.Intake;

/// <summary>The file that sheets make, whatever their format: of several the ones that hold the records, one after another.</summary>
internal static class WorkbookFile
{
    /// <summary>The most rows of one sheet; no spreadsheet program has more.</summary>
    public const int MostRows = 1 << 24;

    /// <summary>The most sheets of one file.</summary>
    public const int MostSheets = 20_000;

    /// <summary>The most merged areas of one sheet, where they are named apart from its rows.</summary>
    public const int MostMerged = 1 << 20;

    /// <summary>The most styles of one file that are looked at; those beyond show days as they stand.</summary>
    public const int MostStyles = 1 << 16;

    private const string SheetColumn = "sheet";

    // Of all sheets together.
    private const long MostRowsOfAll = 1 << 30;

    /// <summary>Finds the table of the records among the sheets.</summary>
    /// <param name="sheets">The sheets that are seen, in the order of the file; at least one.</param>
    /// <param name="readAs">How the file was read so far, <c>format</c> at least.</param>
    /// <param name="source">The file.</param>
    /// <param name="options">What is stated, and the limits.</param>
    /// <param name="resource">Released with the file.</param>
    /// <param name="damaged">The refusal of a file that turns out to be damaged while its rows are read.</param>
    public static RawFile Open(
        IReadOnlyList<IWorksheet> sheets,
        Dictionary<string, string> readAs,
        ByteSource source,
        IntakeOptions options,
        IDisposable? resource,
        Func<UnreadableFileException> damaged
    )
    {
        IReadOnlyList<SheetTable> tables = SheetTable.Of(sheets, options);
        SheetTable first = tables[0];
        readAs["sheet"] = first.Sheet;
        readAs["header_row"] = first.Head.Row.ToString(CultureInfo.InvariantCulture);
        readAs["decimal_separator"] = first.DecimalSeparator.ToString();
        if (tables.Count > 1)
            readAs["sheets"] = tables.Count.ToString(CultureInfo.InvariantCulture);
        if (sheets.Count - tables.Count is > 0 and var unread)
            readAs["other_sheets"] = unread.ToString(CultureInfo.InvariantCulture);
        source.Describe(readAs);
        var skipped = new SkippedRowCount();
        var file = new RawFile(HeaderRow.Name(first.Names), readAs, Rows(tables, skipped, damaged), skipped, resource);
        return tables.Count > 1 ? file.Widened([SheetColumn], _ => file.Rows) : file;
    }

    /// <summary>The sheet that was named, or the visible ones; a hidden one where there is no other.</summary>
    public static IReadOnlyList<(string Name, int Place)> Chosen(
        IReadOnlyList<(string Name, int Place, bool IsHidden)> sheets,
        IntakeOptions options
    )
    {
        var chosen = sheets.Where(s => options.Sheet is { } wanted ? IsNamed(s.Name, wanted) : !s.IsHidden).ToList();
        if (options.Sheet is not null)
            chosen = [.. chosen.Take(1)];
        else if (chosen.Count == 0)
            chosen = [.. sheets.Take(1)];
        if (chosen.Count == 0)
            throw Unreadable.NoSheet(options.Sheet is not null, sheets.Count);
        return [.. chosen.Select(s => (s.Name, s.Place))];
    }

    /// <summary>Whether a problem is that of a file that breaks off or holds what its format does not allow.</summary>
    public static bool IsDamage(Exception problem) => problem is InvalidDataException or XmlException or EndOfStreamException;

    private static bool IsNamed(string name, string wanted) =>
        string.Equals(name.Trim(), wanted.Trim(), StringComparison.OrdinalIgnoreCase);

    // Sheets with the same columns are read one after another; the rows of each count on from the last row of the one before it.
    private static IEnumerable<RawRow> Rows(
        IReadOnlyList<SheetTable> tables,
        SkippedRowCount skipped,
        Func<UnreadableFileException> damaged
    )
    {
        long before = 0;
        foreach (SheetTable table in tables)
        {
            int last = 0;
            using IEnumerator<RawRow> rows = table.Rows(skipped).GetEnumerator();
            while (Advance(rows, damaged))
            {
                RawRow row = rows.Current;
                last = row.Number;
                if (before + last > MostRowsOfAll)
                    throw damaged();
                yield return tables.Count == 1 ? row : row with { Number = (int)before + last, Cells = [.. row.Cells, table.Sheet] };
            }

            before += last;
        }
    }

    private static bool Advance(IEnumerator<RawRow> rows, Func<UnreadableFileException> damaged)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw damaged();
        }
    }
}
