namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>How far an edge stands out among the edges of its two ends.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="OutAlpha">Probability (0 to 1) of such a share among the edges that leave its start; 1 if it is the only one.</param>
/// <param name="InAlpha">Probability (0 to 1) of such a share among the edges that reach its end; 1 if it is the only one.</param>
public sealed record EdgeDisparity(FlowEdge Edge, double OutAlpha, double InAlpha)
{
    /// <summary>The smaller of both probabilities (0 to 1); the edge is drawn if it is below the level.</summary>
    public double Alpha => OutAlpha < InAlpha ? OutAlpha : InAlpha;
}
