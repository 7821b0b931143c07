using System.Collections.Generic;

namespace SeizureIntel.Analytics.Findings;

/// <summary>The findings that say one thing, told once: a lead, and below it those that say the same of a child, a parent, a sibling or a neighbour
/// in time.</summary>
public sealed record Story
{
    /// <summary>Stable while the lead is.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of the lead.</summary>
    public required string Kind { get; init; }

    /// <summary>Subject of the lead.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Subject { get; init; }

    /// <summary>Period of the lead.</summary>
    public required Period Period { get; init; }

    /// <summary>Id of the finding that says it best.</summary>
    public required string Lead { get; init; }

    /// <summary>Ids of the findings that say the same, without the lead, in the order of findings.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>What orders the stories: 0 to 100, more where an office would sooner act.</summary>
    public required double Score { get; init; }
}
