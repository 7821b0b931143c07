using System.Collections.Generic;
using SeizureIntel.Cases;

namespace SeizureIntel.Submissions;

/// <summary>Committed cases that the index has not yet confirmed.</summary>
/// <param name="Id">Names the batch when it is confirmed or parked.</param>
/// <param name="Attempts">How often it was leased before.</param>
/// <param name="Cases">The cases with their seizures, in the order received.</param>
/// <param name="Removal">What leaves the index instead; null for cases to be fed.</param>
public sealed record OutboxBatch(long Id, int Attempts, IReadOnlyList<Case> Cases, Removal? Removal = null);
