using System;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;

namespace SeizureIntel.Analytics.Routes;

/// <summary>Makes the queries behind figures that are counted by window.</summary>
internal static class WindowEvidence
{
    private static readonly string[] Dated = ["DAY", "MONTH", "QUARTER"];

    /// <summary>The scope's conditions over some windows, which may lie before the scope's first day; without the seizures of which only the year is
    /// known, where there are such.</summary>
    public static Evidence Of(
        ScopedFrame scoped,
        WindowPlan plan,
        int count,
        DateOnly from,
        DateOnly to,
        params ReadOnlySpan<(string Field, string Code)> subject
    )
    {
        Evidence evidence = EvidenceQueries.Of(scoped.Scope.Query with { From = null }, count, from, to, subject);
        return plan.HasYearsOnly ? evidence with { Query = evidence.Query.With("date_precision", Dated) } : evidence;
    }
}
