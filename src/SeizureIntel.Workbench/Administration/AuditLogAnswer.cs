using System;
using System.Collections.Generic;

namespace SeizureIntel.Workbench.Administration;

/// <summary>Records of the audit log.</summary>
/// <param name="Records">Newest first.</param>
/// <param name="Cursor">Where the page ended; null when it was the last.</param>
public sealed record AuditLogAnswer(IReadOnlyList<AuditRecordAnswer> Records, long? Cursor);

/// <summary>A record of the audit log.</summary>
/// <param name="Number">Its place in the chain.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="Action">What was done.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Outcome"><c>done</c>, <c>refused</c>, <c>begun</c> or <c>failed</c>.</param>
/// <param name="Detail">Codes and counts.</param>
/// <param name="Hash">The chain's hash up to this record.</param>
public sealed record AuditRecordAnswer(
    long Number,
    DateTimeOffset At,
    string Actor,
    string Action,
    string Subject,
    string Outcome,
    string Detail,
    string Hash
);
