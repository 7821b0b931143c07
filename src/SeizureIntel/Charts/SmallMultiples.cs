using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>The same picture of several series, side by side on one scale.</summary>
public sealed record SmallMultiples : Chart
{
    /// <summary>The steps of time of all panels, oldest first.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The panels, in reading order.</summary>
    public required IReadOnlyList<ChartPanel> Panels { get; init; }

    /// <summary>What the values are.</summary>
    public required string ValueName { get; init; }
}
