namespace SeizureIntel.Reporting.Bulletins;

/// <summary>An annex row: the query that gives the records behind figures.</summary>
/// <param name="Id">Its anchor, <c>e1</c>, <c>e2</c>, …</param>
/// <param name="Label">What first used it.</param>
/// <param name="QueryJson">The query as JSON.</param>
/// <param name="Count">Seizures it returns; null where the count is suppressed.</param>
/// <param name="Command">The command that prints the records.</param>
public sealed record BulletinEvidence(string Id, string Label, string QueryJson, int? Count, string Command)
{
    /// <summary>True where only details use it that the print leaves out.</summary>
    public bool IsScreenOnly { get; init; }
}
