using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Analytics.Findings;

/// <summary>The order in which findings are told.</summary>
public static class FindingOrder
{
    /// <summary>Highest q at which a tested finding is shown.</summary>
    public const double ShownUpTo = 0.10;

    /// <summary>Tested before untested, by q, then rank downwards, then id; tested findings above q = 0.10 only when all are asked for.</summary>
    public static IReadOnlyList<Finding> Sorted(IEnumerable<Finding> findings, bool all) =>
        [
            .. findings
                .Where(f => all || f.Q is null or <= ShownUpTo)
                .OrderBy(f => f.Q is null)
                .ThenBy(f => f.Q ?? 0)
                .ThenByDescending(f => f.Rank)
                .ThenBy(f => f.Id, StringComparer.Ordinal),
        ];
}
