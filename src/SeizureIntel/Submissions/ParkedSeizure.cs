using System;

namespace SeizureIntel.Submissions;

/// <summary>A seizure that the store keeps and the index refused, until it is tried again.</summary>
/// <param name="Refused">Which one, and why.</param>
/// <param name="Attempts">How often it was refused.</param>
/// <param name="RefusedAt">When it was refused last.</param>
/// <param name="NextAttemptAt">When it is tried again by itself; a rebuild tries it at once.</param>
public sealed record ParkedSeizure(RefusedSeizure Refused, int Attempts, DateTimeOffset RefusedAt, DateTimeOffset NextAttemptAt);
