using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Serials;

/// <summary>A serial number to ask for.</summary>
public sealed record SerialToFind
{
    /// <summary>The whole number as it stands on the weapon.</summary>
    [Asked("The whole number as it stands on the weapon")]
    public string? SerialNumber { get; init; }
}
