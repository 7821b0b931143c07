namespace SeizureIntel.Workbench.Serials;

/// <summary>A serial number to ask for.</summary>
public sealed record SerialToFind
{
    /// <summary>The whole number as it stands on the weapon.</summary>
    public string? SerialNumber { get; init; }
}
