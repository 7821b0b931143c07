using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Chooses the rows to hold back so that no small count can be computed from a total.</summary>
internal static class SecondarySuppression
{
    /// <summary>Rows with a small count, and those that hide them from the total of the table and of each heading in it.</summary>
    /// <param name="table">Rows that sum to a total told elsewhere.</param>
    /// <param name="columns">Its columns of counts that go together; the first decides what is smallest.</param>
    /// <param name="below">Counts below this are small.</param>
    /// <param name="hasRest">True where what the table's known records have beside its rows can be computed, as in a table that is cut.</param>
    public static HashSet<int> Rows(FigureTable table, IReadOnlyList<int> columns, int below, bool hasRest)
    {
        var hidden = new HashSet<int>();
        for (int i = 0; i < table.Rows.Count; i++)
        {
            if (columns.Any(c => DisclosureRule.IsSmall(Count(table, i, c), below)))
                hidden.Add(i);
        }

        double rest = hasRest ? Rest(table, columns[0]) : 0;
        int heading = HeadingMargin(table);
        if (heading >= 0)
        {
            foreach (IGrouping<object?, int> group in Enumerable.Range(0, table.Rows.Count).GroupBy(i => table.Rows[i].Cells[heading]))
                Protect([.. group], rest: 0);
        }

        Protect([.. Enumerable.Range(0, table.Rows.Count)], rest);
        return hidden;

        // Held back are the smallest that are not hidden yet, until no column of the hidden ones is determined by its sum.
        void Protect(int[] group, double rest)
        {
            while (columns.Any(c => IsDetermined([.. group.Where(hidden.Contains).Select(i => Count(table, i, c))], rest, below)))
            {
                int next = group
                    .Where(i => !hidden.Contains(i) && Count(table, i, columns[0]) > 0)
                    .OrderBy(i => Count(table, i, columns[0]))
                    .FirstOrDefault(-1);
                if (next < 0)
                    return;
                hidden.Add(next);
            }
        }
    }

    // One hidden count is the total less the others; small ones alone are known where each is one, or each the largest that is small.
    private static bool IsDetermined(double[] hidden, double rest, int below)
    {
        double[] counts = [.. hidden.Where(n => n > 0), .. rest > 0 ? new[] { rest } : []];
        if (!counts.Any(n => DisclosureRule.IsSmall(n, below)))
            return false;
        if (counts.Length == 1)
            return true;
        bool areSmall = counts.All(n => DisclosureRule.IsSmall(n, below));
        double sum = counts.Sum();
        return areSmall && (sum == counts.Length || sum == counts.Length * (below - 1.0));
    }

    // What a cut table leaves out can be computed as well.
    private static double Rest(FigureTable table, int column)
    {
        double shown = Enumerable.Range(0, table.Rows.Count).Sum(i => Count(table, i, column));
        return shown <= table.Known.N ? table.Known.N - shown : Math.Max(0, table.Known.Of - shown);
    }

    private static int HeadingMargin(FigureTable table)
    {
        for (int i = 1; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Name == "heading")
                return i;
        }

        return -1;
    }

    private static double Count(FigureTable table, int row, int column) => TableDisclosure.Number(table.Rows[row].Cells[column]) ?? 0;
}
