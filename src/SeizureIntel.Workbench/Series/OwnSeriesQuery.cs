using SeizureIntel.Workbench.Asking;

namespace SeizureIntel.Workbench.Series;

/// <summary>What is asked of a series that an analyst has.</summary>
public sealed record OwnSeriesQuery
{
    /// <summary>The method; null for the usual one.</summary>
    [Asked("Method, such as predictive, changepoints, stl or forecast; without it predictive", Shown = "method")]
    public string? Method { get; init; }

    /// <summary>The series as text.</summary>
    [Asked("The series as CSV: a column of periods and a column of counts, at most 512 KB", Shown = "CSV")]
    public string? Series { get; init; }
}
