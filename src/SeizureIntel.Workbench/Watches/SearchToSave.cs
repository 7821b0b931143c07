using SeizureIntel.Watches;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Watches;

/// <summary>A search to be saved.</summary>
public sealed record SearchToSave : FilterText
{
    /// <summary>What it is called.</summary>
    [Asked("What it is called, at most 120 characters")]
    public string? Name { get; init; }

    /// <summary>Whether it tells of new matches.</summary>
    [Asked("Tell of new matches from now on")]
    public bool Watch { get; init; }

    /// <summary>How often it tells.</summary>
    [Asked("How often it tells: as soon as it can, or together in the morning")]
    public Digest Digest { get; init; }

    /// <summary>Hours of silence after it has told.</summary>
    [Asked("Hours of silence after it has told, 0 to 720", Shown = "n", Least = 0, Most = 720)]
    public int CooldownHours { get; init; }
}
