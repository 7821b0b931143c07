namespace SeizureIntel.Analytics.Coverage;

/// <summary>Where a record stands.</summary>
/// <param name="Submission">The submission that brought it.</param>
/// <param name="Row">Its row there, from 1.</param>
public readonly record struct RecordAt(string Submission, int Row);
