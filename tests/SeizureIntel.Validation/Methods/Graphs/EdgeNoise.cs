using SeizureIntel.Analytics.Statistics.Graphs;

namespace SeizureIntel.Validation.Methods.Graphs;

/// <summary>An edge against what the strengths of its ends let expect, by the noise-corrected backbone.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Score">Symmetric lift from -1 (rarer) to 1 (more frequent than expected), a ratio.</param>
/// <param name="Deviation">Standard deviation of the score with the moment-matched prior (same unit as the score); null where the prior is not defined.</param>
/// <param name="PublishedDeviation">Standard deviation as the published code computes it (same unit as the score); null where the prior is not defined.</param>
/// <param name="LowerTail">Binomial probability (0 to 1) of at most this weight.</param>
/// <param name="UpperTail">Binomial probability (0 to 1) of at least this weight.</param>
public sealed record EdgeNoise(
    FlowEdge Edge,
    double Score,
    double? Deviation,
    double? PublishedDeviation,
    double LowerTail,
    double UpperTail
);
