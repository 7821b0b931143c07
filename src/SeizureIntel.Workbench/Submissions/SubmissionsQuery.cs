namespace SeizureIntel.Workbench.Submissions;

/// <summary>What came in: all that the reader may see.</summary>
public sealed record SubmissionsQuery;
