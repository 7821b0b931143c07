namespace SeizureIntel.Submissions;

/// <summary>A submission as kept, with its place in the order of receipt.</summary>
/// <param name="Number">Counts up in the order of receipt, from 1.</param>
/// <param name="Report">The load report.</param>
public sealed record ReceivedSubmission(int Number, LoadReport Report);
