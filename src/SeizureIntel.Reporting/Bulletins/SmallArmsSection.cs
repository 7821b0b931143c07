using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Reporting.Bulletins;

/// <summary>The box on small arms and light weapons: in every issue, even when there is nothing to report.</summary>
internal static class SmallArmsSection
{
    /// <summary>The heading of weapons and explosives.</summary>
    public const string Heading = "H08";

    // Seizures and cases: a nil return is a figure too, and can be looked up.
    private const int RowsWhenNil = 2;

    public static BulletinSection Of(StudyShelf shelf, TableLayout tables, StatementLayout statements)
    {
        FigureTable? table = shelf.Table(StudyShelf.Overview, "salw");
        bool isNil = table is null || table.Rows.All(r => table.Number(r, "value") is null or 0 && table.Cell(r, "value") is not string);
        List<BulletinBlock> blocks = [];
        if (isNil)
            blocks.Add(
                new BulletinBlock
                {
                    Nil = tables.Phrases.Say("Nil return: no weapon, part or ammunition is among the records of this edition."),
                }
            );
        if (table is not null)
        {
            blocks.Add(
                new BulletinBlock
                {
                    Table = tables.Lay("salw-figures", table, StudyShelf.Overview, isNil ? RowsWhenNil : 40, "label", "value", "n", "of"),
                    Note = isNil
                        ? null
                        : tables.Phrases.Say(
                            "n: the records that a figure rests on; of: the records that could have it. Pieces, rounds and shares are never added to "
                                + "each other."
                        ),
                }
            );
        }

        if (!isNil)
            blocks.Add(
                statements.Block("Findings on small arms", shelf.LeadsAbout(Heading), 6, "No finding on small arms in this period.")
            );
        return new BulletinSection("salw", tables.Phrases.Say("Small arms and light weapons"), blocks);
    }
}
