using System.Collections.Generic;
using SeizureIntel.Queries;
using SeizureIntel.Workbench.Asking;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Workbench.Tabulating;

/// <summary>Which seizures are counted, and by what.</summary>
public sealed record TabulationQuery : FilterText
{
    /// <summary>Fields to group by; comma lists.</summary>
    [Asked("Fields to group by", Shown = "FIELD,FIELD")]
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>What is counted.</summary>
    [Asked("What is counted: count (seizures), cases or quantity")]
    public Measure Measure { get; init; }

    /// <summary>How time is split; none for not at all.</summary>
    [Asked("Split by time: day, week, month or year")]
    public Bucket Bucket { get; init; }
}
