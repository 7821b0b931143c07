using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.Counting;

/// <summary>The disclosure rule of an audience, applied last: small counts are not printed, nor what would give them away.</summary>
/// <remarks>Cells of 1 to 5 records are the usual risk of re-identification. Source: A. Hundepool et al., Statistical Disclosure Control, 2012,
/// chapters 4 and 5 (threshold rule, secondary suppression).</remarks>
internal static class DisclosureRule
{
    private static readonly string[] CountUnits = ["seizures", "cases", "records", "count"];

    /// <summary>The result as the audience may see it; the same result where nothing is to be suppressed.</summary>
    public static StudyResult Apply(StudyResult result)
    {
        int below = result.Scope.SuppressBelow;
        if (below <= 1)
            return result;
        List<Finding> shown = [.. result.Findings.Where(f => !IsSmall(f.N, below) && !IsSmall(f.Evidence.Count, below))];
        int hidden = result.Findings.Count - shown.Count;
        return result with
        {
            Findings = shown,
            Tables = [.. result.Tables.Select(t => Suppressed(t, below))],
            NotTestable =
                hidden == 0
                    ? result.NotTestable
                    : [.. result.NotTestable, $"{hidden} findings rest on fewer than {below} records and are not shown to this audience."],
        };
    }

    private static FigureTable Suppressed(FigureTable table, int below)
    {
        bool[] isCount = [.. table.Columns.Select(c => CountUnits.Contains(c.Unit, StringComparer.Ordinal))];
        var hidden = new HashSet<int>();
        for (int i = 0; i < table.Rows.Count; i++)
        {
            if (HasSmall(table.Rows[i], isCount, below))
                hidden.Add(i);
        }

        if (hidden.Count == 0)
            return table;
        // One hidden row could be had from the total: the next smallest hides it.
        if (hidden.Count == 1 && NextSmallest(table, isCount, hidden) is { } second)
            hidden.Add(second);
        return table with { Rows = [.. table.Rows.Select((row, i) => hidden.Contains(i) ? Hidden(table, row, isCount, below) : row)] };
    }

    private static bool HasSmall(TableRow row, bool[] isCount, int below)
    {
        for (int i = 0; i < row.Cells.Count && i < isCount.Length; i++)
        {
            if (isCount[i] && Number(row.Cells[i]) is { } count && IsSmall(count, below))
                return true;
        }

        return row.Evidence is { } evidence && IsSmall(evidence.Count, below);
    }

    private static int? NextSmallest(FigureTable table, bool[] isCount, HashSet<int> hidden)
    {
        int column = Array.IndexOf(isCount, true);
        if (column < 0)
            return null;
        int? smallest = null;
        double least = double.PositiveInfinity;
        for (int i = 0; i < table.Rows.Count; i++)
        {
            if (hidden.Contains(i) || Number(table.Rows[i].Cells[column]) is not { } count || count <= 0 || count >= least)
                continue;
            least = count;
            smallest = i;
        }

        return smallest;
    }

    // Words and codes stay; a hidden count shows the bound, every other number of the row goes with it, and so does its evidence, whose count is the figure.
    private static TableRow Hidden(FigureTable table, TableRow row, bool[] isCount, int below) =>
        row with
        {
            Cells =
            [
                .. row.Cells.Select(
                    (cell, i) =>
                        Number(cell) is not { } number ? cell
                        : i < isCount.Length && isCount[i] && IsSmall(number, below) ? "<" + below.ToString(CultureInfo.InvariantCulture)
                        : i < table.Columns.Count && table.Columns[i].Unit is null ? cell
                        : number == 0 ? cell
                        : (object?)null
                ),
            ],
            Evidence = null,
        };

    private static bool IsSmall(double count, int below) => count > 0 && count < below;

    private static double? Number(object? cell) =>
        cell switch
        {
            int count => count,
            double number => number,
            _ => null,
        };
}
