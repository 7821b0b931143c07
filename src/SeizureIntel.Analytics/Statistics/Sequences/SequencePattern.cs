using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Sequences;

/// <summary>Places in an order that several routes share.</summary>
/// <param name="Steps">Places in order.</param>
/// <param name="Count">Routes that hold them in this order, each counted once.</param>
public sealed record SequencePattern(IReadOnlyList<string> Steps, int Count);
