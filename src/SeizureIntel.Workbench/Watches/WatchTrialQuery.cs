using SeizureIntel.Watches;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Watches;

/// <summary>How often a watch would have told.</summary>
public record WatchTrialQuery : FilterText
{
    /// <summary>How often it tells.</summary>
    [Asked("How often it tells: as soon as it can, or together in the morning")]
    public Digest Digest { get; init; }

    /// <summary>Hours of silence after it has told.</summary>
    [Asked("Hours of silence after it has told, 0 to 720", Shown = "n", Least = 0, Most = 720)]
    public int CooldownHours { get; init; }

    /// <summary>How far back.</summary>
    [Asked("Days of history to try it on, 1 to 730", Shown = "n", Least = 1, Most = 730)]
    public int Days { get; init; } = 90;
}
