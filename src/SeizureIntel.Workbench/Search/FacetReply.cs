using System.Collections.Generic;

namespace SeizureIntel.Workbench.Search;

/// <summary>The values of one field among the seizures found.</summary>
/// <param name="Known">Seizures with a known value.</param>
/// <param name="Of">Seizures found.</param>
/// <param name="Values">Values, most frequent first.</param>
public sealed record FacetReply(int Known, int Of, IReadOnlyList<FacetValueReply> Values);
