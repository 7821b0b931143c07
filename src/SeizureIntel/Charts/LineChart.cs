using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>Counts over time, with the range expected and the points beyond it.</summary>
public sealed record LineChart : Chart
{
    /// <summary>The steps of time, oldest first.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The lines, at most six; there are four colours, so that the fifth and sixth are dashed.</summary>
    public required IReadOnlyList<ChartLine> Lines { get; init; }

    /// <summary>The range expected; null for none.</summary>
    public ChartBand? Band { get; init; }

    /// <summary>Labels at which the first line is beyond its range.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>What the values are.</summary>
    public required string ValueName { get; init; }
}
