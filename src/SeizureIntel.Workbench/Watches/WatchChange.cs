using SeizureIntel.Watches;
using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Watches;

/// <summary>How a saved search is to tell from now on.</summary>
public sealed record WatchChange
{
    /// <summary>Whether it tells of new matches.</summary>
    [Asked("Tell of new matches; what came in while it did not is not told")]
    public bool Watch { get; init; }

    /// <summary>How often it tells.</summary>
    [Asked("How often it tells: as soon as it can, or together in the morning")]
    public Digest Digest { get; init; }

    /// <summary>Hours of silence after it has told.</summary>
    [Asked("Hours of silence after it has told, 0 to 720", Shown = "n", Least = 0, Most = 720)]
    public int CooldownHours { get; init; }

    /// <summary>Days for which it is muted.</summary>
    [Asked("Days for which it tells nothing, 0 for none, at most 365", Shown = "n", Least = 0, Most = 365)]
    public int MuteDays { get; init; }
}
