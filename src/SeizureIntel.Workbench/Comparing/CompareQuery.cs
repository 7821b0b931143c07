using System.Collections.Generic;
using SeizureIntel.Queries;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Comparing;

/// <summary>Series to be seen side by side, of one scope.</summary>
public sealed record CompareQuery : FilterText
{
    /// <summary>One to six series, each as conditions joined by <c>&amp;</c>.</summary>
    [Asked(
        "A series: conditions FIELD=VALUE joined by &, such as product=cigarettes&reporting_country=NL; one to six of them",
        Shown = "FIELD=VALUE&…"
    )]
    public IReadOnlyList<string> Series { get; init; } = [];

    /// <summary>How time is split; months where nothing is said.</summary>
    [Asked("Split by time: week, month or year; by month without it")]
    public Bucket Bucket { get; init; }
}
