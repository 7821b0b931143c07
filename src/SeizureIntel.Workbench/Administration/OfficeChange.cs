using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Administration;

/// <summary>An office as it is to be.</summary>
public sealed record OfficeChange
{
    /// <summary>As printed.</summary>
    [Asked("Name as printed; the short name without it")]
    public string? Name { get; init; }

    /// <summary>Its countries.</summary>
    [Asked("Countries whose records its people see: codes or the name of a region; every country without it", Shown = "region")]
    public string? Region { get; init; }
}
