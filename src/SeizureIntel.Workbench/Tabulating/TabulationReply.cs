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
public sealed record TabulationReply(
    IReadOnlyList<string> Dimensions,
    Measure Measure,
    string? Unit,
    KnownReply Known,
    IReadOnlyList<TabulationRowReply> Rows,
    double? Total,
    SeizureQuery Query
);
