namespace SeizureIntel.Validation.Vectors;

/// <summary>How one file of reference vectors compares with our own values.</summary>
/// <param name="File">Path of the file below the vectors' folder, with forward slashes.</param>
/// <param name="ValuesCompared">Number of single values that were compared.</param>
/// <param name="LargestError">Error of the worst value, on the scale of <paramref name="Tolerance"/> (a ratio); infinite where one side has no value.</param>
/// <param name="Tolerance">Allowed error of that worst value (a ratio); 0 = exactly equal.</param>
/// <param name="Passed">All values are there and within their tolerance.</param>
/// <param name="Detail">First difference or the reason of the failure; empty where there is none.</param>
public sealed record VectorReport(string File, long ValuesCompared, double LargestError, double Tolerance, bool Passed, string Detail = "");
