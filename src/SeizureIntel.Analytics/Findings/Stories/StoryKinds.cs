using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>What each kind of finding is to a story.</summary>
internal static class StoryKinds
{
    private const double CertainAt = 0.01;

    /// <summary>A kind that no study declares here stands at the end and leads nothing else.</summary>
    private static readonly StoryKind Other = new(StoryFamily.Measure, 9, 0);

    // Statement: which kind says a cause best, 0 first. A detour says more than the rise of one of its legs, a new route more than the rise of a product.
    private static readonly FrozenDictionary<string, StoryKind> Kinds = new Dictionary<string, StoryKind>
    {
        ["reporter_artefact"] = new(StoryFamily.Reporting, 0, 0),
        ["new_reporter"] = new(StoryFamily.Reporting, 1, 0),
        ["silent_reporter"] = new(StoryFamily.Reporting, 1, 0),
        ["late_reporter"] = new(StoryFamily.Reporting, 2, 0),
        ["displacement"] = new(StoryFamily.Change, 0, 1),
        ["novel"] = new(StoryFamily.Change, 0, 1),
        ["emerging"] = new(StoryFamily.Change, 1, 1),
        ["fading"] = new(StoryFamily.Change, 1, 0.75),
        ["new_term"] = new(StoryFamily.Change, 1, 1),
        ["exceedance"] = new(StoryFamily.Change, 2, 0.75),
        ["shift"] = new(StoryFamily.Change, 2, 0.5),
        ["trend"] = new(StoryFamily.Change, 2, 0.5),
        ["poly_crime"] = new(StoryFamily.Combination, 0, 0.25),
        ["association"] = new(StoryFamily.Combination, 1, 0.25),
        ["modus_operandi"] = new(StoryFamily.Combination, 2, 0),
        ["unusual"] = new(StoryFamily.Structure, 0, 0.25),
        ["frequent_path"] = new(StoryFamily.Structure, 0, 0),
        ["backbone"] = new(StoryFamily.Structure, 1, 0),
        ["hub"] = new(StoryFamily.Structure, 2, 0),
        ["inferred_path"] = new(StoryFamily.Structure, 3, 0),
        ["ledger"] = new(StoryFamily.Structure, 4, 0),
        ["composition"] = new(StoryFamily.Measure, 2, 0),
        ["weapons_per_case"] = new(StoryFamily.Measure, 1, 0),
        ["ammunition_ratio"] = new(StoryFamily.Measure, 1, 0),
        ["parts_only"] = new(StoryFamily.Measure, 1, 0),
        ["isacs_8_5"] = new(StoryFamily.Measure, 3, 0),
        ["sdg_16_4_2"] = new(StoryFamily.Measure, 0, 0),
        ["missing_field"] = new(StoryFamily.Measure, 1, 0),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Kinds that a story can be led by.</summary>
    public static IReadOnlyCollection<string> All => Kinds.Keys;

    /// <summary>What a finding is to a story. A route that surely came or went says more than a product that also rose; a hiding place says no more
    /// than it.</summary>
    public static StoryKind Of(Finding finding)
    {
        StoryKind kind = Kinds.GetValueOrDefault(finding.Kind, Other);
        bool isRoute = finding.Subject.ContainsKey("leg") || finding.Subject.ContainsKey("path");
        return finding.Kind is "emerging" or "fading" && !(isRoute && finding.Q <= CertainAt) ? kind with { Statement = 2 } : kind;
    }
}
