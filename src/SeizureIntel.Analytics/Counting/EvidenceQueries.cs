using System;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Queries;

namespace SeizureIntel.Analytics.Counting;

/// <summary>Makes the queries behind figures.</summary>
internal static class EvidenceQueries
{
    /// <summary>The scope's query narrowed to a period and to codes of fields.</summary>
    public static Evidence Of(
        SeizureQuery scope,
        int count,
        DateOnly? from,
        DateOnly? to,
        params ReadOnlySpan<(string Field, string Code)> subject
    )
    {
        SeizureQuery query = scope.Within(from, to);
        foreach ((string field, string code) in subject)
            query = query.With(field, code);
        return new Evidence(query, count);
    }
}
