namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>What moved from one place to another.</summary>
/// <param name="From">Place the leg starts at.</param>
/// <param name="To">Place the leg ends at; the same place is a self loop.</param>
/// <param name="Weight">Seizures on the leg (count), or a quantity in its own unit; above 0.</param>
public readonly record struct FlowEdge(string From, string To, double Weight);
