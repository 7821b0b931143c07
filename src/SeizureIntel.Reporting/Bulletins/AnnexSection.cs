using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The tables behind the charts.</summary>
internal static class AnnexSection
{
    private const int Most = 200;

    public static BulletinSection Of(StudyShelf shelf, TableLayout tables)
    {
        List<BulletinBlock> blocks =
        [
            Block("By country", shelf.Table(StudyShelf.Overview, "reporters"), "annex-country", StudyShelf.Overview, tables, "reporting_country", "seizures", "cases", "share"),
            Block("By heading", shelf.Table(StudyShelf.Overview, "headings"), "annex-heading", StudyShelf.Overview, tables, "heading", "seizures", "cases", "quantity", "previous_seizures", "change_all", "change_panel"),
            Block("By month", shelf.Table(StudyShelf.Overview, "monthly"), "annex-month", StudyShelf.Overview, tables, "month", "all", "panel"),
            Block("By product", shelf.Table(StudyShelf.Overview, "products"), "annex-product", StudyShelf.Overview, tables, "product", "heading", "seizures", "cases", "quantity"),
        ];
        foreach (string heading in shelf.Headings)
        {
            AddIfThere(blocks, $"Legs, {heading}", shelf.Table(StudyShelf.Routes, "legs/" + heading), "annex-legs-" + heading, StudyShelf.Routes, tables, "leg", "seizures", "quantity");
            AddIfThere(blocks, $"Concealment by means of transport, {heading}", shelf.Table(StudyShelf.Concealment, "grid/" + heading), "annex-grid-" + heading, StudyShelf.Concealment, tables, "concealment", "mode_of_transport", "seizures");
        }

        return new BulletinSection("annex", "Annex: tables", true, blocks);
    }

    private static void AddIfThere(List<BulletinBlock> blocks, string title, FigureTable? table, string id, string method, TableLayout tables, params string[] columns)
    {
        if (table is not null) blocks.Add(Block(title, table, id, method, tables, columns));
    }

    private static BulletinBlock Block(string title, FigureTable? table, string id, string method, TableLayout tables, params string[] columns)
    {
        if (table is null) return new BulletinBlock { Title = title, Nil = "Nothing to list." };
        List<string> notes = [KnownNote.Of(table.Known) + ".", .. table.Notes];
        notes[0] = char.ToUpperInvariant(notes[0][0]) + notes[0][1..];
        if (table.Rows.Count > Most) notes.Add($"The first {Most} of {table.Rows.Count} rows.");
        return new BulletinBlock { Title = title, Table = tables.Lay(id, table, method, Most, columns), Note = string.Join(" ", notes.Distinct()) };
    }
}
