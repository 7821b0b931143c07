using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The figures asked for first, with their change on all reporters and on the constant panel.</summary>
internal static class KeyFiguresSection
{
    public const int MostHeadings = 8;
    private const string LatestYearTable = "latest_year";

    public static BulletinSection Of(StudyShelf shelf, TableLayout tables) =>
        new(
            "key-figures",
            tables.Phrases.Say("Key figures"),
            [Cards(shelf, tables), Headings(shelf, tables), .. LatestYear(shelf, tables)]
        );

    private static BulletinBlock Cards(StudyShelf shelf, TableLayout tables)
    {
        if (shelf.Table(StudyShelf.Overview, "key_figures") is not { } table)
            return new BulletinBlock { Nil = tables.Phrases.Say("No seizure in the period."), IsWide = true };
        return new BulletinBlock
        {
            IsWide = true,
            Cards = [.. table.Rows.Select(r => Card(table, r, tables))],
            Note = string.Join(" ", table.Notes.Select(n => PeriodWords.InText(n, tables.Words))) is { Length: > 0 } notes ? notes : null,
        };
    }

    private static BulletinCard Card(FigureTable table, TableRow row, TableLayout tables)
    {
        TableColumn value = table.Columns[table.At("value")];
        return new BulletinCard(
            tables.Phrases.Say(table.Text(row, "label")),
            tables.Cell(table, row, value, StudyShelf.Overview),
            Change(table, row, "change_all", tables.Phrases),
            Change(table, row, "change_panel", tables.Phrases)
        );
    }

    private static string? Change(FigureTable table, TableRow row, string column, Phrases phrases) =>
        table.Number(row, column) is { } change ? NumberWords.Change(change, phrases.Signs) : null;

    private static BulletinBlock Headings(StudyShelf shelf, TableLayout tables)
    {
        // Where the latest year is set against the one before, the whole period has no changes of its own.
        bool hasLatest = shelf.Table(StudyShelf.Overview, LatestYearTable) is not null;
        string title = tables.Phrases.Say(
            hasLatest
                ? "Headings with most seizures"
                : "Headings with most seizures, and their change against the same period a year before"
        );
        string[] changes = hasLatest ? [] : ["previous_seizures", "change_all", "change_panel"];
        return shelf.Table(StudyShelf.Overview, "headings") is { } table
            ? new BulletinBlock
            {
                Title = title,
                IsWide = true,
                Table = tables.Lay(
                    "top-headings",
                    table,
                    StudyShelf.Overview,
                    MostHeadings,
                    ["heading", "seizures", "cases", "quantity", .. changes]
                ),
                Note = Note(table, tables, hasChanges: !hasLatest),
            }
            : new BulletinBlock { Title = title, Nil = tables.Phrases.Say("No heading has a seizure in the period.") };
    }

    private static IEnumerable<BulletinBlock> LatestYear(StudyShelf shelf, TableLayout tables)
    {
        if (shelf.Table(StudyShelf.Overview, LatestYearTable) is not { } table)
            yield break;
        yield return new BulletinBlock
        {
            Title = tables.Phrases.Say("The latest year against the year before"),
            IsWide = true,
            Table = tables.Lay(
                "latest-year",
                table,
                StudyShelf.Overview,
                MostHeadings,
                "heading",
                "seizures",
                "previous_seizures",
                "change_all",
                "change_panel"
            ),
            Note = Note(table, tables, hasChanges: true),
        };
    }

    private static string? Note(FigureTable table, TableLayout tables, bool hasChanges)
    {
        List<string> notes = [.. table.Notes.Select(n => PeriodWords.InText(n, tables.Words))];
        if (hasChanges && table.Rows.Any(r => table.Cell(r, "change_all") is null))
            notes.Add(tables.Phrases.Say("A change is left out where there is no year before to compare with."));
        return notes.Count == 0 ? null : string.Join(" ", notes);
    }
}
