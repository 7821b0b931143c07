using System.Collections.Generic;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Workbench.Studies;

/// <summary>The findings that say one thing, told once.</summary>
public sealed record StoryAnswer
{
    /// <summary>Stable while the lead is.</summary>
    public required string Id { get; init; }

    /// <summary>One plain sentence without a statistic.</summary>
    public required string Headline { get; init; }

    /// <summary>Kind of the lead.</summary>
    public required string Kind { get; init; }

    /// <summary>Subject of the lead: a code by template field, a list where there are several.</summary>
    public required IReadOnlyDictionary<string, OneOrMany> Subject { get; init; }

    /// <summary>Period of the lead.</summary>
    public required Period Period { get; init; }

    /// <summary>Id of the finding that says it best.</summary>
    public required string Lead { get; init; }

    /// <summary>Ids of the findings that say the same.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>What orders the stories, 0 to 100.</summary>
    public required double Score { get; init; }
}
