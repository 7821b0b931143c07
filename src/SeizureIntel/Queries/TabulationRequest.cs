using System.Collections.Generic;

namespace SeizureIntel.Queries;

/// <summary>Which figures to count and how to group them.</summary>
/// <param name="Query">Which seizures.</param>
/// <param name="Dimensions">Fields to group by, in the order of the keys.</param>
/// <param name="Measure">What is counted.</param>
/// <param name="Bucket">Time split; adds a last key. Seizures whose date is less precise than the bucket stand under NOT_STATED.</param>
public sealed record TabulationRequest(
    SeizureQuery Query,
    IReadOnlyList<string> Dimensions,
    Measure Measure = Measure.Count,
    Bucket Bucket = Bucket.None
);
