using System.Collections.Generic;

namespace SeizureIntel.Reporting.Charts;

/// <summary>Movements between countries as arrows on a world map, wider for more seizures.</summary>
public sealed record FlowMap
{
    /// <summary>Identifies the chart in its document; letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What the chart shows, in one sentence.</summary>
    public required string AltText { get; init; }

    /// <summary>The movements, largest first.</summary>
    public required IReadOnlyList<Flow> Flows { get; init; }

    /// <summary>Names to write at the countries, by code; a code without one stands for itself.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>A sentence printed on the chart itself; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>True to draw it for half a page's width.</summary>
    public bool IsNarrow { get; init; }
}
