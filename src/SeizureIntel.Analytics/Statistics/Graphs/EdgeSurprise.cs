namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>An edge against the configuration model.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Expected">Weight that the strengths of both ends let expect (in the unit of the weights).</param>
/// <param name="PValue">Probability (0 to 1) of at least this weight.</param>
/// <param name="Q">False discovery rate (share, 0 to 1) over all pairs that could have had an edge; null for a self loop, which is not judged.</param>
public sealed record EdgeSurprise(FlowEdge Edge, double Expected, double PValue, double? Q);
