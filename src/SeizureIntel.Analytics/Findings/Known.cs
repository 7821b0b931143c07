namespace SeizureIntel.Analytics.Findings;

/// <summary>How many of the records carry the fields a figure needs.</summary>
/// <param name="N">Records with all of them known.</param>
/// <param name="Of">Records in all.</param>
public sealed record Known(int N, int Of);
