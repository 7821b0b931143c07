using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The tables behind the charts.</summary>
internal static class AnnexSection
{
    private const int Most = 200;
    private const int MostColumnsBeside = 4;

    /// <summary>By country, heading, month and product: in every rendering.</summary>
    public static BulletinSection Of(StudyShelf shelf, TableLayout tables)
    {
        List<BulletinBlock> blocks =
        [
            .. Block(
                "By country",
                shelf.Table(StudyShelf.Overview, "reporters"),
                "annex-country",
                StudyShelf.Overview,
                tables,
                "reporting_country",
                "seizures",
                "cases",
                "share"
            ),
            .. Block(
                "By month",
                shelf.Table(StudyShelf.Overview, "monthly"),
                "annex-month",
                StudyShelf.Overview,
                tables,
                "month",
                "all",
                "panel"
            ),
            .. Block(
                "By product",
                shelf.Table(StudyShelf.Overview, "products"),
                "annex-product",
                StudyShelf.Overview,
                tables,
                "product",
                "seizures",
                "cases",
                "quantity"
            ),
            .. Block(
                "By heading",
                // Where all of them stand in the key figures, they are not said twice.
                shelf.Table(StudyShelf.Overview, "headings")
                    is { } headings
                && headings.Rows.Count > KeyFiguresSection.MostHeadings
                    ? headings
                    : null,
                "annex-heading",
                StudyShelf.Overview,
                tables,
                "heading",
                "seizures",
                "cases",
                "quantity",
                "previous_seizures",
                "change_all",
                "change_panel"
            ),
        ];
        return blocks.Count > 0
            ? new BulletinSection("annex", "Annex: tables", blocks)
            : new BulletinSection(
                "annex",
                "Annex: tables",
                [new BulletinBlock { Nil = "Nothing to list by country, heading, month or product." }]
            );
    }

    /// <summary>The figures of flow maps and concealment charts by heading; null where there are none.</summary>
    public static BulletinSection? Details(StudyShelf shelf, CodeWords words, TableLayout tables)
    {
        var blocks = new List<BulletinBlock>();
        foreach (string heading in shelf.Headings)
        {
            string name = words.Of("heading", heading);
            blocks.AddRange(
                Block(
                    $"{name}: legs",
                    shelf.Table(StudyShelf.Routes, "legs/" + heading),
                    "annex-legs-" + heading,
                    StudyShelf.Routes,
                    tables,
                    "leg",
                    "seizures",
                    "quantity"
                )
            );
            blocks.AddRange(
                Block(
                    $"{name}: where hidden, by means of transport",
                    shelf.Table(StudyShelf.Concealment, "grid/" + heading),
                    "annex-grid-" + heading,
                    StudyShelf.Concealment,
                    tables,
                    "concealment",
                    "mode_of_transport",
                    "seizures"
                )
            );
        }

        return blocks.Count == 0
            ? null
            : new BulletinSection("annex-charts", "Annex: figures of maps and grids", blocks) { IsScreenOnly = true };
    }

    private static IEnumerable<BulletinBlock> Block(
        string title,
        FigureTable? table,
        string id,
        string method,
        TableLayout tables,
        params string[] columns
    )
    {
        if (table is null)
            yield break;
        List<string> notes =
        [
            KnownNote.Sentence(table.Known, tables.Phrases),
            .. table.Notes.Select(n => PeriodWords.InText(n, tables.Words)),
        ];
        if (table.Rows.Count > Most)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"The first {Most} of {table.Rows.Count} rows."));
        yield return new BulletinBlock
        {
            Title = title,
            IsWide = columns.Length > MostColumnsBeside,
            Table = tables.Lay(id, table, method, Most, columns),
            Note = string.Join(" ", notes.Distinct(StringComparer.Ordinal)),
        };
    }
}
