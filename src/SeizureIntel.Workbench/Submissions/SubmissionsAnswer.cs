using System.Collections.Generic;

namespace SeizureIntel.Workbench.Submissions;

/// <summary>What came in, in the order of receipt.</summary>
/// <param name="Submissions">One element a file.</param>
public sealed record SubmissionsAnswer(IReadOnlyList<SubmissionAnswer> Submissions);
