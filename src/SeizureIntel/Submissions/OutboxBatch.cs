using System.Collections.Generic;
using SeizureIntel.Cases;

namespace SeizureIntel.Submissions;

/// <summary>Committed cases that the index has not yet confirmed.</summary>
/// <param name="Id">Names the batch when it is confirmed or parked.</param>
/// <param name="Attempts">How often it was leased before.</param>
/// <param name="Cases">The cases with their seizures, in the order received.</param>
/// <param name="Removal">What leaves the index instead; null for cases to be fed.</param>
/// <param name="MayHaveMoved">Whether one of the cases may stand in the index under another date: while a removal is not confirmed, or where somebody
/// else took the batch before.</param>
public sealed record OutboxBatch(long Id, int Attempts, IReadOnlyList<Case> Cases, Removal? Removal = null, bool MayHaveMoved = false);
