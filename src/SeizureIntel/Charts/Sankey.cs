using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>What passes from stage to stage, as bands: thicker for more.</summary>
public sealed record Sankey : Chart
{
    /// <summary>Names of the stages, left to right; two to four.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>The bands between stages.</summary>
    public required IReadOnlyList<SankeyLink> Links { get; init; }

    /// <summary>Names of the stations, by code; a code without one stands for itself.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
}
