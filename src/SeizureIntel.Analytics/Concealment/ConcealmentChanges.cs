using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Routes;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>Hiding places and methods that come up with some goods, at the end of every window.</summary>
internal static class ConcealmentChanges
{
    /// <summary>What emerges.</summary>
    public static IEnumerable<Finding> Findings(ScopedFrame scoped, WindowPlan plan, ReporterCounts reporters, ConcealmentItems known)
    {
        SeizureFrame frame = scoped.Frame;
        GoodsLines goods = known.Lines;
        ItemAttribute[] attributes = [known.Where, known.How];
        CellCounts[] tables = [new(plan.Count), new(plan.Count)];
        int[] rows = new int[plan.Count];
        var items = new List<int>();
        for (int row = 0; row < frame.Count; row++)
        {
            int window = plan.OfRow[row];
            if (window < 0)
                continue;
            rows[window]++;
            int[] line = goods.Of(row);
            for (int i = 0; i < tables.Length; i++)
            {
                items.Clear();
                items.AddRange(attributes[i].Items(attributes[i].SetOf(row)));
                tables[i].Add(items, line, reporters.OfRow[row], window);
            }
        }

        var test = new ChangeTest(plan.Tested, plan.IsNewest, reporters);
        foreach (CellCounts table in tables)
            test.Add(table);
        IReadOnlyList<(int Table, CellChange Change)> changes = test.Judge();
        var words = new PairChangeFindings(scoped, plan);
        for (int i = 0; i < tables.Length; i++)
        {
            ItemAttribute attribute = attributes[i];
            CellCounts table = tables[i];
            IEnumerable<CellChange> rises = changes.Where(c => c.Table == i && c.Change.IsRise).Select(c => c.Change);
            foreach (
                CellChange change in words.Told(rises, table, (n, w) =>
                    n != w && attribute.IsWithin(n.First, w.First) && (n.Second == w.Second || goods.IsBelow(n.Second, w.Second))
                )
            )
            {
                (int first, int second) = table[change.Cell];
                yield return words.Of(
                    change,
                    table,
                    "fading",
                    [.. goods.Subject(second), .. attribute.Subject(first)],
                    rows[change.Window],
                    "the place's other goods and the goods' other places"
                );
            }
        }
    }
}
