using System;

namespace SeizureIntel.Auditing;

/// <summary>Who asked or did what. Never the text of a seizure, and typed words only once they were screened.</summary>
/// <param name="At">When.</param>
/// <param name="Actor">Name of the account; <c>owner</c> for the command line, <c>nobody</c> before a sign-in.</param>
/// <param name="Action">What was done, such as <c>search</c>, <c>export</c>, <c>sign_in</c>, <c>upload</c>.</param>
/// <param name="Subject">What it was done to: an address without its query, an id, a name of a study; empty for nothing in particular.</param>
/// <param name="Outcome"><c>done</c>, <c>refused</c> or <c>failed</c>.</param>
/// <param name="Detail">Codes and counts, screened; empty for none.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, string Subject, string Outcome, string Detail);
