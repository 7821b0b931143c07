using System.Collections.Generic;

namespace SeizureIntel.Etl.Storing;

/// <summary>What a source's samples became, held against what was approved.</summary>
/// <param name="Received">The result as readable JSON; what an approval would keep.</param>
/// <param name="Differences">The first lines that differ, as <c>line: approved → received</c>; empty where all is as approved.</param>
public sealed record SourceCheckResult(string Received, IReadOnlyList<string> Differences)
{
    /// <summary>True where the result is what was approved.</summary>
    public bool IsAsApproved => Differences.Count == 0;
}
