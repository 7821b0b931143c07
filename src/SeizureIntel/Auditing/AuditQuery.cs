using System;

namespace SeizureIntel.Auditing;

/// <summary>Which records of the audit log; null stands for no condition.</summary>
/// <param name="Actor">Of this actor.</param>
/// <param name="Action">Of this action.</param>
/// <param name="From">Not before.</param>
/// <param name="To">Not after.</param>
/// <param name="Before">Below this number: where the page before ended.</param>
/// <param name="Size">At most so many, newest first.</param>
public sealed record AuditQuery(
    string? Actor = null,
    string? Action = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    long? Before = null,
    int Size = 100
);
