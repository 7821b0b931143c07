using SeizureIntel.Queries;
using SeizureIntel.Readers;

namespace SeizureIntel.Analytics.Findings;

/// <summary>What a study is asked.</summary>
public sealed record StudyScope
{
    /// <summary>Who asks; every question of the study is asked for them.</summary>
    public required Reader Reader { get; init; }

    /// <summary>Which seizures; its bounds limit what is reported, baselines reach back before them.</summary>
    public required SeizureQuery Query { get; init; }

    /// <summary>The region as the user named it, already compiled into the query; null for all.</summary>
    public string? Region { get; init; }

    /// <summary>True to return findings above q = 0.10 too.</summary>
    public bool ShowAll { get; init; }

    /// <summary>Counts below this are suppressed (0 for none): the disclosure rule of the audience.</summary>
    public int SuppressBelow { get; init; }
}
