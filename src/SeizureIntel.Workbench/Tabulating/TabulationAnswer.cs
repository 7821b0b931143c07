using System.Collections.Generic;
using SeizureIntel.Queries;

namespace SeizureIntel.Workbench.Tabulating;

/// <summary>Grouped figures.</summary>
/// <param name="Dimensions">The fields grouped by, then <c>unit</c> for quantities, then the bucket.</param>
/// <param name="Measure">What was counted.</param>
/// <param name="Unit"><c>seizures</c> or <c>cases</c>; null for quantities, whose unit stands in the key.</param>
/// <param name="Known">Seizures with all dimensions known.</param>
/// <param name="Rows">One row a key, in ordinal order of the keys.</param>
/// <param name="Total">The figure over all seizures, each counted once; null for quantities, which are never summed across units.</param>
/// <param name="Query">The query that was answered.</param>
public sealed record TabulationAnswer(
    IReadOnlyList<string> Dimensions,
    Measure Measure,
    string? Unit,
    KnownOf Known,
    IReadOnlyList<TabulationAnswerRow> Rows,
    double? Total,
    SeizureQuery Query
);

/// <summary>One figure of a tabulation.</summary>
/// <param name="Key">Codes in the order of the dimensions.</param>
/// <param name="Value">Seizures, cases, or the quantity in the unit of the key.</param>
/// <param name="LeftOut">Outlier quantities left out of the sum; 0 for counts.</param>
public sealed record TabulationAnswerRow(IReadOnlyList<string> Key, double Value, int LeftOut);

/// <summary>How many of the seizures carry the fields needed.</summary>
/// <param name="N">Seizures with all of them known.</param>
/// <param name="Of">Seizures in all.</param>
public sealed record KnownOf(int N, int Of);
