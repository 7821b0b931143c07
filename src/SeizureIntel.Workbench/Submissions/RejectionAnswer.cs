using SeizureIntel.Submissions;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>A row that was refused, and why; never the value that caused it.</summary>
/// <param name="Row">The row number a spreadsheet shows (header = 1).</param>
/// <param name="Field">The field or column that caused it.</param>
/// <param name="Code">The cause.</param>
/// <param name="Reason">One sentence: what was found (its kind only), what was expected, what to do.</param>
public sealed record RejectionAnswer(int Row, string Field, RejectionCode Code, string Reason);
