namespace SeizureIntel.Analytics.Statistics.Associations;

/// <summary>A two by two table of one stratum, for example of one reporting country.</summary>
/// <param name="Both">Records with both properties.</param>
/// <param name="First">Records with the first property.</param>
/// <param name="Second">Records with the second property.</param>
/// <param name="Records">All records of the stratum.</param>
public sealed record StratumTable(int Both, int First, int Second, int Records);
