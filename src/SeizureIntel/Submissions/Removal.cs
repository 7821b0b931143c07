namespace SeizureIntel.Submissions;

/// <summary>Seizures that leave the index: all that one submission brought, or all of one case.</summary>
/// <param name="Field"><c>submission</c> or <c>case_id</c>.</param>
/// <param name="Value">Its id.</param>
public sealed record Removal(string Field, string Value);
