using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>Takes a change of a quantity apart: who reports, how many cases, how large they are, and of which products.</summary>
public static class ChangeDecomposition
{
    /// <summary>The parts of the change by reporter.</summary>
    /// <param name="cells">One cell a reporter and product; the order does not matter.</param>
    /// <returns>The parts of each reporter with any cell; sums over reporters are the parts of the whole.</returns>
    /// <exception cref="ArgumentException">A cell has a negative number, or a quantity without cases.</exception>
    /// <remarks>
    /// Assumes that quantities may be added up. Additive logarithmic mean Divisia index with quantity = cases times share of the product times size
    /// per case; it leaves no remainder and treats both periods alike.
    /// A product that a reporter sent in one of the periods only has no size to compare: its whole change is mix. Source: B. W. Ang, The LMDI
    /// approach to decomposition analysis: a practical guide, Energy Policy 33 (2005), pp. 867-871, table 2; the product-by-product limits for zeros
    /// in B. W. Ang, F. Q. Zhang, K.-H. Choi, Energy 23 (1998), pp. 489-495.
    /// </remarks>
    public static IReadOnlyDictionary<string, QuantityParts> Of(IReadOnlyCollection<QuantityCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        foreach (QuantityCell cell in cells)
        {
            bool isWhole =
                cell.CasesBefore >= 0
                && cell.CasesAfter >= 0
                && cell.QuantityBefore > 0 == cell.CasesBefore > 0
                && cell.QuantityAfter > 0 == cell.CasesAfter > 0;
            if (!isWhole)
                throw new ArgumentException(
                    $"{cell.Reporter}, {cell.Product}: expected cases of 0 or more, and a quantity above 0 exactly where there are cases.",
                    nameof(cells)
                );
        }

        return cells
            .GroupBy(c => c.Reporter, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => OfReporter([.. g]), StringComparer.Ordinal);
    }

    private static QuantityParts OfReporter(QuantityCell[] cells)
    {
        double before = cells.Sum(c => c.CasesBefore),
            after = cells.Sum(c => c.CasesAfter);
        if (before <= 0 || after <= 0)
            return new QuantityParts(cells.Sum(c => c.QuantityAfter - c.QuantityBefore), 0, 0, 0);
        double number = 0,
            size = 0,
            mix = 0;
        foreach (QuantityCell cell in cells)
        {
            if (cell.CasesBefore <= 0 || cell.CasesAfter <= 0)
            {
                mix += cell.QuantityAfter - cell.QuantityBefore;
                continue;
            }

            double mean = LogarithmicMean(cell.QuantityBefore, cell.QuantityAfter);
            number += mean * Math.Log(after / before);
            mix += mean * Math.Log(cell.CasesAfter / after / (cell.CasesBefore / before));
            size += mean * Math.Log(cell.QuantityAfter / cell.CasesAfter / (cell.QuantityBefore / cell.CasesBefore));
        }

        return new QuantityParts(0, number, size, mix);
    }

    private static double LogarithmicMean(double a, double b)
    {
        double apart = Math.Log(b / a);
        return Math.Abs(apart) < 1e-9 ? (a + b) / 2 : (b - a) / apart;
    }
}
