using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Reporting.Wording;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The figures asked for first, with their change on all reporters and on the constant panel.</summary>
internal static class KeyFiguresSection
{
    public const int MostHeadings = 8;

    public static BulletinSection Of(StudyShelf shelf, TableLayout tables) =>
        new("key-figures", tables.Phrases.Say("Key figures"), [Cards(shelf, tables), Headings(shelf, tables)]);

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
        string title = tables.Phrases.Say("Headings with most seizures, and their change against the same period a year before");
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
                    "heading",
                    "seizures",
                    "cases",
                    "quantity",
                    "previous_seizures",
                    "change_all",
                    "change_panel"
                ),
                Note = Note(table, tables),
            }
            : new BulletinBlock { Title = title, Nil = tables.Phrases.Say("No heading has a seizure in the period.") };
    }

    private static string? Note(FigureTable table, TableLayout tables)
    {
        List<string> notes = [.. table.Notes.Select(n => PeriodWords.InText(n, tables.Words))];
        if (table.Rows.Any(r => table.Cell(r, "change_all") is null))
            notes.Add(tables.Phrases.Say("A change is left out where there is no year before to compare with."));
        return notes.Count == 0 ? null : string.Join(" ", notes);
    }
}
