using System.Collections.Generic;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Trends;

/// <summary>A change of a series that a test found, before the family is judged as a whole.</summary>
internal sealed record ChangeCandidate
{
    /// <summary>exceedance, shift, trend or reporter_artefact.</summary>
    public required string Kind { get; init; }

    /// <summary>The series that changed.</summary>
    public required CountSeries Series { get; init; }

    /// <summary>The window.</summary>
    public required Period Period { get; init; }

    /// <summary>The time before that the window is compared with; null where that is no one level.</summary>
    public Period? Past { get; init; }

    /// <summary>Whether the reporters' other reporting is part of what was expected.</summary>
    public bool IsAdjusted { get; init; }

    /// <summary>Cases expected in the window.</summary>
    public required Baseline Expected { get; init; }

    /// <summary>Cases counted in the window.</summary>
    public required double Count { get; init; }

    /// <summary>Size of the change.</summary>
    public required Effect Effect { get; init; }

    /// <summary>p-value.</summary>
    public required double P { get; init; }

    /// <summary>Adjusted p-value; set when the family is judged.</summary>
    public double Q { get; init; } = 1;

    /// <summary>Rank: −log10 p times the shrunk ratio.</summary>
    public double Rank { get; init; }

    /// <summary>Name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>What a reader must know.</summary>
    public IReadOnlyList<Phrase> Caveats { get; init; } = [];

    /// <summary>Cases above (below, negative) what was expected.</summary>
    public double Excess => Count - Expected.Value;
}
