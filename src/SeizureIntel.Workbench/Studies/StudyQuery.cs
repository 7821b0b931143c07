using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Studies;

/// <summary>Which study is asked for, of which seizures, for which audience.</summary>
public sealed record StudyQuery : FilterText
{
    /// <summary>Name of the study.</summary>
    [Asked("Which study: overview, routes, concealment, trends, small-arms, coverage", IsInPath = true)]
    public string Name { get; init; } = "";

    /// <summary>True to show the findings with q above 0.10 too.</summary>
    [Asked("Show the findings instead of their stories, and those with q above 0.10 too")]
    public bool All { get; init; }

    /// <summary>Highest marking of the records; null for no bound but the reader's.</summary>
    [Asked("Ceiling: CLEAR, GREEN, AMBER, AMBER+STRICT or RED; CLEAR and GREEN show no counts below five")]
    public string? Marking { get; init; }
}
