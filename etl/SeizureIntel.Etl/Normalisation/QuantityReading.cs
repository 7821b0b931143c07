using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>What an amount and its unit were understood to be together.</summary>
/// <param name="Quantity">The quantity in the canonical unit; null where there is none.</param>
/// <param name="Written">Amount and unit as written; null where nothing was written.</param>
/// <param name="Issue">Why there is no quantity, or why it is doubtful; null where all is well or nothing was written.</param>
/// <param name="IsOnUnit">True where the issue concerns the unit.</param>
internal readonly record struct QuantityReading(Quantity? Quantity, string? Written, IssueCode? Issue, bool IsOnUnit);
