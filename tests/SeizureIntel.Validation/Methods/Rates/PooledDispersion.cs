using System;
using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Rates;

/// <summary>Over-dispersion that siblings share.</summary>
public static class PooledDispersion
{
    private const double FewestEvents = 5;

    /// <summary>Variance over mean of counts within siblings, pooled over those with 5 or more events.</summary>
    /// <param name="rows">Counts of each sibling in equally long periods; all rows of one length, 2 or more.</param>
    /// <returns>The dispersion (a ratio), at least 1; 1 where no sibling has 5 events.</returns>
    /// <exception cref="ArgumentException">Rows differ in length or hold fewer than 2 periods.</exception>
    /// <remarks>Assumes steady rates within a sibling. Source: P. McCullagh, J. Nelder, Generalized Linear Models, 2nd ed. 1989, section 4.5
    /// (Pearson's statistic over its degrees of freedom).</remarks>
    public static double Estimate(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double sum = 0,
            degrees = 0;
        foreach (var row in rows)
        {
            if (row.Count < 2 || row.Count != rows[0].Count)
            {
                throw new ArgumentException($"A row has {row.Count} periods; expected {Math.Max(2, rows[0].Count)}.", nameof(rows));
            }

            var total = 0.0;
            foreach (var count in row)
            {
                total += count;
            }

            if (total < FewestEvents)
            {
                continue;
            }

            var mean = total / row.Count;
            foreach (var count in row)
            {
                sum += (count - mean) * (count - mean) / mean;
            }

            degrees += row.Count - 1;
        }

        return degrees > 0 ? Math.Max(1, sum / degrees) : 1;
    }
}
