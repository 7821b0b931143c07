using System.Collections.Generic;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Workbench.Studies;

/// <summary>A figure with unit, interval, n, period and method.</summary>
public sealed record FindingAnswer
{
    /// <summary>Stable hash of kind, subject and period.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of finding.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: a code by template field, a list where there are several.</summary>
    public required IReadOnlyDictionary<string, OneOrMany> Subject { get; init; }

    /// <summary>The same in English.</summary>
    public required IReadOnlyDictionary<string, OneOrMany> Labels { get; init; }

    /// <summary>The window it is about.</summary>
    public required Period Period { get; init; }

    /// <summary>The figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>What would have been expected; null where there is no test.</summary>
    public required Baseline? Baseline { get; init; }

    /// <summary>The size of the effect; null where there is none.</summary>
    public required Effect? Effect { get; init; }

    /// <summary>Records behind the figure, counted in the figure's unit.</summary>
    public required int N { get; init; }

    /// <summary>How many records carry the fields needed.</summary>
    public required Known Known { get; init; }

    /// <summary>Reporting countries among the records.</summary>
    public required int Reporters { get; init; }

    /// <summary>p-value; null where there is no test.</summary>
    public required double? P { get; init; }

    /// <summary>Benjamini–Hochberg q over the study's whole family; null where there is no test.</summary>
    public required double? Q { get; init; }

    /// <summary>Name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>What a reader must know before using the figure.</summary>
    public required IReadOnlyList<string> Caveats { get; init; }

    /// <summary>The records behind it.</summary>
    public required Evidence Evidence { get; init; }
}
