using System.Collections.Generic;

namespace SeizureIntel.Queries;

/// <summary>Grouped figures.</summary>
/// <param name="Dimensions">The fields grouped by, then <c>unit</c> for quantities, then the bucket.</param>
/// <param name="Measure">What was counted.</param>
/// <param name="Known">Seizures with all dimensions known.</param>
/// <param name="Of">Seizures in all.</param>
/// <param name="Rows">One row a key, in ordinal order of the keys.</param>
/// <param name="Total">The figure over all seizures, each counted once; 0 for quantities, which are never summed across units.</param>
public sealed record Tabulation(
    IReadOnlyList<string> Dimensions,
    Measure Measure,
    int Known,
    int Of,
    IReadOnlyList<TabulationRow> Rows,
    double Total
);
