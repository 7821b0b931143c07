using System.Collections.Generic;

namespace SeizureIntel.Etl.Sources;

/// <summary>Rows that are no records, such as a total at the bottom.</summary>
/// <param name="Column">The column that tells.</param>
/// <param name="Equal">The values that mark such a row.</param>
/// <param name="Reason">Why such rows are passed over.</param>
public sealed record SkipRule(string Column, IReadOnlyList<string> Equal, string Reason);
