using System.Collections.Generic;

namespace SeizureIntel.Charts;

/// <summary>The same picture of several series, side by side.</summary>
public sealed record SmallMultiples : Chart
{
    /// <summary>The steps of time of all panels, oldest first.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The panels, in reading order.</summary>
    public required IReadOnlyList<ChartPanel> Panels { get; init; }

    /// <summary>What the values are.</summary>
    public required string ValueName { get; init; }

    /// <summary>True where each panel has a scale of its own, to compare courses; false for one scale, to compare sizes.</summary>
    public bool HasOwnScales { get; init; }
}
