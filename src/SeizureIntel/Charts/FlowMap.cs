using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>Movements between countries as arrows on a world map, wider for more seizures.</summary>
public sealed record FlowMap : Chart
{
    /// <summary>The movements, largest first.</summary>
    public required IReadOnlyList<Flow> Flows { get; init; }

    /// <summary>Names to write at the countries, by code; a code without one stands for itself.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();
}
