using SeizureIntel.Submissions;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>How often one issue was raised in a submission.</summary>
/// <param name="Code">The issue.</param>
/// <param name="Field">The field or column.</param>
/// <param name="Count">Rows with it.</param>
/// <param name="ExampleRow">The first such row.</param>
public sealed record IssueReply(IssueCode Code, string Field, int Count, int ExampleRow);
