using System;
using System.Collections.Generic;
using SeizureIntel.Queries;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Workbench.Comparing;

/// <summary>Series of one scope side by side, on all reporters and on those who reported throughout.</summary>
/// <param name="From">First day looked at.</param>
/// <param name="To">Last day looked at.</param>
/// <param name="Periods">The steps of time, oldest first, as a tabulation writes them.</param>
/// <param name="Panel">Reporters with a seizure of any heading in every quarter of the period: the constant panel.</param>
/// <param name="Series">The series, in the order asked for.</param>
public sealed record ComparisonAnswer(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<string> Periods,
    IReadOnlyList<string> Panel,
    IReadOnlyList<ComparedSeries> Series
);

/// <summary>One series.</summary>
/// <param name="Name">Its conditions in words.</param>
/// <param name="Asked">Its conditions as asked for.</param>
/// <param name="Query">The query that gives its records.</param>
/// <param name="Total">Seizures whose date is known to the step.</param>
/// <param name="Known">How many that are, of all of them.</param>
/// <param name="Reporters">Reporting countries with a seizure among them.</param>
/// <param name="Counts">Seizures, one number a step.</param>
/// <param name="PanelCounts">Those of the constant panel.</param>
public sealed record ComparedSeries(
    string Name,
    string Asked,
    SeizureQuery Query,
    int Total,
    KnownOf Known,
    int Reporters,
    IReadOnlyList<int> Counts,
    IReadOnlyList<int> PanelCounts
);
