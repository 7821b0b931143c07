using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Statistics.Associations;

/// <summary>An odds ratio that differences between reporters cannot produce.</summary>
public static class MantelHaenszel
{
    /// <summary>Odds ratio pooled over strata.</summary>
    /// <param name="strata">One table a stratum; strata without records are passed over.</param>
    /// <returns>A ratio, 1 = no association; null where no stratum tells (the denominator is 0).</returns>
    /// <exception cref="ArgumentException">The counts of a stratum do not form a table.</exception>
    /// <remarks>Assumes the same odds ratio in every stratum. Linear. Source: N. Mantel, W. Haenszel, Statistical aspects of the analysis of data
    /// from retrospective studies of disease, Journal of the National Cancer Institute 22 (1959), p. 736.</remarks>
    public static double? OddsRatio(IEnumerable<StratumTable> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        double above = 0,
            below = 0;
        foreach (var table in strata.Where(s => s.Records > 0))
        {
            double missed = table.First - table.Both,
                without = table.Second - table.Both;
            var neither = (double)table.Records - table.First - table.Second + table.Both;
            if (table.Both < 0 || missed < 0 || without < 0 || neither < 0)
            {
                throw new ArgumentException(
                    $"{table.Both} of {table.First} and {table.Second} among {table.Records}; expected a table without negative cells.",
                    nameof(strata)
                );
            }

            above += table.Both * neither / table.Records;
            below += missed * without / table.Records;
        }

        return below > 0 ? above / below : null;
    }
}
