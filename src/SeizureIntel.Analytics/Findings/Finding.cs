using System.Collections.Generic;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Findings;

/// <summary>A figure with unit, interval, n, period and method: the one shape in which studies speak.</summary>
public sealed record Finding
{
    /// <summary>Stable hash of kind, subject and period.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of finding, such as exceedance, emerging or association.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: codes by template field, one or several each.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Subject { get; init; }

    /// <summary>The window it is about.</summary>
    public required Period Period { get; init; }

    /// <summary>The figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>What would have been expected; null where there is no test.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>The size of the effect; null where there is none.</summary>
    public Effect? Effect { get; init; }

    /// <summary>Records behind the figure, counted in the figure's unit.</summary>
    public required int N { get; init; }

    /// <summary>How many records carry the fields needed.</summary>
    public required Known Known { get; init; }

    /// <summary>Reporting countries among the records.</summary>
    public required int Reporters { get; init; }

    /// <summary>p-value; null where there is no test.</summary>
    public double? P { get; init; }

    /// <summary>Benjamini–Hochberg q over the study's whole family; null where there is no test.</summary>
    public double? Q { get; init; }

    /// <summary>Name of the method, as in docs/methods.md.</summary>
    public required string Method { get; init; }

    /// <summary>What a reader must know before using the figure.</summary>
    public IReadOnlyList<Phrase> Caveats { get; init; } = [];

    /// <summary>The records behind it.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Rank among tested findings: −log10 p times the shrunk ratio; 0 where there is no test.</summary>
    public double Rank { get; init; }
}
