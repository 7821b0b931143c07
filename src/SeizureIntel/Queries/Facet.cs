using System.Collections.Generic;

namespace SeizureIntel.Queries;

/// <summary>The values of one field among the seizures found.</summary>
/// <param name="Known">Seizures with a known value.</param>
/// <param name="Of">Seizures found.</param>
/// <param name="Values">Values, non-values included, most frequent first; ties by code.</param>
public sealed record Facet(int Known, int Of, IReadOnlyList<FacetValue> Values);
