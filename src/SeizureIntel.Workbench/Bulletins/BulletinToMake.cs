using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Bulletins;

/// <summary>A bulletin to be made of a scope.</summary>
public sealed record BulletinToMake : FilterText
{
    /// <summary>Its marking, a TLP label; null for TLP:AMBER, or the reader's highest where that is less.</summary>
    [Asked("Its marking: records above it are left out; below AMBER no count from 1 to 4 is told", Shown = "marking")]
    public string? Marking { get; init; }
}
